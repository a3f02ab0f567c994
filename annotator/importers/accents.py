"""Between which letters accents stand in Dutch, English and names: what an encoding is told by.

Made of the words with accents in the word tables (`resources/words`): `ë` stands between `i` and `l`, and
between `i` and the end of a word, which `-` says; what only one rare word has is left out. The pairs hold for
compounds and names that no list has, too; and to read the tables themselves would cost the window that
imports half a second and 60 MB.
"""

from __future__ import annotations

BESIDE = {
    "ë": (
        "a- ad al an ar as at e- eb ec ed ee ef eg ei el em en ep eq er es et eu ev ex i- id ie if ig il "
        "im in ir is it iv iz o- oe of ol om on or os ot ov ox oy oz ul"
    ),
    "é": (
        "-c -e -l -m -n -o -q -r -s -t -v -é b- ba bl bn bo br bs bt c- cb cc cd ce ch cl cs cw cz d- da "
        "db dc de df dg dj dl dm dn dp dr ds dt dv dz dé en f- fb fd fg fh fl fp fr fs ft g- gd gl gn gr "
        "gs gz gé h- ha hb hk hl hm hn ho hr hs ht hé i- ie ig in ir is it j- jr js k- km kn l- la lb le "
        "lg lm ln lo lr ls lv lé m- ma md me mk ml mm mn mo mr ms mt mz mé n- ne nr ns nt né o- om os ot "
        "p- pa pc pe pf pn pp pr ps pt r- ra rc rd re rf rg rl rm rn rp rr rs rt ru rv ré s- sa sb sc sd "
        "se sj sn sp sr ss sv sw t- ta te tg tl tn tp tr ts tt u- ub ue ur us v- va vb vc vd ve vf vg vh "
        "vj vk vl vm vn vo vp vr vs vt vv vw vz vé w- wl wr wé y- ys z- ze zg zl é- éd él én ér ét éé í- "
        "íd ím ít ót"
    ),
    "ï": (
        "a- aa ab ac ad ae ah al am an ar as at av e- ed ee eg el em en eo er es et in oc od oe on os ot "
        "rb re uc ud ue ug un us ut"
    ),
    "è": (
        "-c -n br bs bt cn dc dl dr ds f- fg fv gl gn gr h- hl hm ht ic ig im ir iv lc ln lr ls lt lv mn "
        "mr ms nk ns nv pc pl pr rc rg rm rn rr rs sl sn sr tg tl tm tr vn vr wl yr zr"
    ),
    "ö": (
        "-l -r -s -t -z bh br dn dp fh fr gr gt hc hf hg hl hn hr jr kl kn kp kr kt ln ls lw mb mg mh ml "
        "mr og ol om on op or ot p- rb rd re rg rh rl rm rn rp rs sd sl sr tr wr"
    ),
    "ü": (
        "-b as ay bc bh bl bn br bs bt dn dr ds en ep er es fh fn fr ge gl gn hb hr hs ht jr kh kn kr lb "
        "lc lg ln mh ml mn ms nr rc rd rg rh rm rn rt sd sl ss td tr tv um wr yk zr"
    ),
    "ó": (
        "-f -m -n -p -v -ó cd cr dñ dó en hé hó i- in jn ju km l- lr ls ló me mn mé nm rn sw tc tk tm tr "
        "tt vl vó z- zn zv zó ó- óf ói ók ón ór"
    ),
    "á": (
        "-l -n cn dn dt dá gá h- hr há in jn kn l- lc ln ls lz mn mr ms mt mx má n- nn ná r- sn t- tn tá "
        "ur v- vc vl vn wá zl zr ál án ár ás át"
    ),
    "ê": "-t bt dn dr ft gn ml pc rm rp rr rt rv tt ut wz",
    "í": "-e -é as ca da de ln mj ne né ra rm rn ro s- sl tn us vt wl zj zé",
    "ä": "ac ak al an ar fh gn hf hn hr hu jg kl l- lh ln pt rs tt wr zm",
    "ç": "-a aa ao cã eu li lu na no ra ro ru",
    "ñ": "aa ao ea eo ia io oa ua óe",
    "â": "bt hl ht ln wl",
    "ú": "-t al hn kn lt mn n- pb sd zc",
    "ô": "-f ct dm hn ht lm pl pt rl rm zn",
    "û": "-n bt hs jn kt lt mn ot rn sn sr wn",
    "à": "-- -l i- j- l- n- t-",
    "å": "-l -r e- ml p-",
    "ø": "-y jr sr",
    "î": "-l at gt ot",
    "ã": "mo so ço",
    "ò": "-f l- tt vò òr",
    "š": "aa",
    "ž": "-i ue",
}
