"""Reading letters by the thousand into a data set, on one machine or many; bringing letters in from one."""
