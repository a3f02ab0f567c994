"""Under which names the project file keeps what was learnt of tags."""

from __future__ import annotations

LEARNT = "tags_learnt"  # the models of the tags that are on, as JSON
LEARNT_KEY = "tags_learnt_key"  # a short text for them: under it proposals are kept
LEARNT_OF = "tags_learnt_of"  # of which decisions and for which bound they were made
LEARNT_ALL = "tags_learnt_all"  # what the models are like, without weights: also of tags that are off
