"""The text model: plain Python, no Qt, no SQL. Offsets are Unicode code points, half open."""
