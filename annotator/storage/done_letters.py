"""Who marked which letter as done, and when: by the changes that are in force."""

from __future__ import annotations

# A row for each letter that is done now: by the last change that said so. What analysts did elsewhere, before
# the letters came here, is in no change.
DONE = """SELECT k.letter_id, c.analyst, date(c.made_at, 'localtime') AS day, max(c.id)
    FROM change c JOIN change_letter k ON k.change_id = c.id JOIN letter d ON d.id = k.letter_id,
    json_each(iif(json_valid(k.delta), k.delta, '{}'), '$.rows') r
    WHERE c.state = 'done' AND d.status = 'done' AND instr(k.delta, '"about"')
    AND r.value ->> '$[0]' = 'about' AND r.value ->> '$[2][1]' = 'done'
    GROUP BY k.letter_id"""
