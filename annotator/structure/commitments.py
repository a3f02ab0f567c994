"""Sentences in which parliament is promised something: who promises, how, to whom, and for when.

Each sign has a weight; a sentence is proposed when they add up. What is reported (`heb ik toegezegd`), left
open (`zal worden bezien`), asked, or done by the letter itself (`hierbij`, `met deze brief`) weighs against it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from annotator.structure.misread import Readings

THRESHOLD = 3.0
_NO_FUTURE = 1.0  # `Ik stuur u`, without a word of when: it is the letter itself that does
_LONGEST = 1_500  # signs of a sentence whose parts are looked at, too
_WORDS = re.compile(r"[^\W_]{3,}")

_KAMER = r"(?:(?:uw|de|beide|aan|tweede|eerste|de leden van (?:uw|de)) (?:tweede |eerste )?ka(?:m|rn)ers?(?! van koophandel)\b)"
_PERSON = r"(?:ik|wij|we|het kabinet|de regering|(?:de )?(?:minister|staatssecretaris|bewindspersoon|ambtgenoot)\w*(?: (?:van|voor)(?: \w+,?){1,8}?)?|mijn (?:ambtgenoot|collega|ambtsopvolger|opvolger))"
_SEND_INFINITIVE = (
    r"(?:informeren|berichten|rapporteren|melden|inlichten|raadplegen|terugkoppelen|sturen|zenden|toezenden|toesturen|toekomen"
    r"|aanbieden|aan te bieden|voorleggen|voor te leggen|indienen|in te dienen|verstrekken|doorgeleiden|terugkomen"
    r"|terug te komen|toe te (?:zenden|sturen)|in te lichten|in kennis (?:te )?stellen|op de hoogte (?:te )?(?:stellen|houden|brengen)"
    r"|doen toekomen|te delen|delen|presenteren|aan (?:te )?vullen|voorhangen|voor te hangen|bespreken)"
)
_PARTICIPLE = (
    r"(?:geinformeerd|bericht|gerapporteerd|gemeld|ingelicht|geraadpleegd|gestuurd|gezonden|toegezonden|toegestuurd|verzonden"
    r"|aangeboden|voorgelegd|ingediend|verstrekt|voorgehangen|op de hoogte (?:gebracht|gesteld|gehouden)|in kennis gesteld"
    r"|gedeeld|teruggekoppeld|meegenomen|betrokken|overgelegd|gepresenteerd|nagezonden)"
)
_PRESENT = (
    r"(?:informeer|bericht|rapporteer|meld|stuur|zend|bied|doe|leg|stel|breng|houd|deel|verstrek|kom|dien|koppel|licht|geef|presenteer"
    r"|informeren|berichten|sturen|zenden|bieden|leggen|stellen|brengen|delen|komen|hang|raadpleeg)"
)
_PRESENT_THIRD = r"(?:informeert|bericht|rapporteert|stuurt|zendt|biedt|doet|legt|stelt|brengt|houdt|deelt|verstrekt|komt|dient|presenteert|meldt)"
_TOWARDS = r"(?:verstuur|toezend|toestuur|aanbied|voorleg|indien|toekomen|terugkom|inga|meestuur|bericht|informeer|rapporteer|stuur|zend|doe toekomen)"

_NEXT = (
    r"in (?:de|mijn|een) (?:volgende|eerstvolgende|komende|nieuwe|tweede|derde|vierde|vijfde|zesde|zevende)"
    r"(?: \w+)? ?\w*(?:brief|rapportage|monitor|verslag|voortgang\w*)"
)

_PROMISES: tuple[tuple[str, float, str], ...] = (
    (
        r"\bik zeg\b.{0,40}?\btoe\b(?!gezegd)|\bzeg(?:gen)? (?:ik|wij)\b.{0,60}?\btoe\b|\b(?:het kabinet|de regering) zegt\b.{0,60}?\btoe\b|\bdoe ik (?:hierbij )?de toezegging(?! gestand)|\b(?:kan|wil) ik (?:u|uw kamer|de kamer)?.{0,30}?toezeggen",
        4.0,
        "promises",
    ),
    (rf"\b{_PRESENT} (?:ik|wij|we)\b|\b(?:ik|wij|we) {_PRESENT}\b", 2.0, "reports"),
    (rf"\b(?:ik|wij|we)\b(?: \w+,?){{0,14}} {_TOWARDS}\b", 2.0, "reports"),
    (rf"\b{_PERSON} {_PRESENT_THIRD}\b|\b{_PRESENT_THIRD} {_PERSON}\b", 2.0, "reports"),
    (
        rf"\bza[lt1]\b.{{0,220}}?\b{_SEND_INFINITIVE}\b|\bzullen\b.{{0,220}}?\b{_SEND_INFINITIVE}\b|\b{_SEND_INFINITIVE}\b.{{0,10}}\bza[lt1]\b",
        2.3,
        "will_report",
    ),
    (
        r"\bza[lt1] (?:ik|het kabinet|de (?:minister|staatssecretaris))\b.{0,200}?\b(?:ingaan|stilstaan|terugkomen|meenemen|betrekken)\b",
        1.8,
        "will_report",
    ),
    (
        r"\b(?:verwacht|verwachten|streef|streven|streeft|hoop|hopen|beoog|voornemens|neem mij voor|voornemen|bereid)\b.{0,200}?\b(?:te (?:kunnen )?(?:sturen|zenden|berichten|informeren|delen|komen|rapporteren|melden|verzenden)|in te (?:kunnen )?dienen|terug te (?:kunnen )?komen|op de hoogte te (?:kunnen )?(?:stellen|brengen)|aan te (?:kunnen )?bieden|toe te (?:kunnen )?(?:sturen|zenden)|voor te (?:kunnen )?leggen|te doen toekomen)\b",
        2.2,
        "expects",
    ),
    (
        rf"\b{_KAMER}(?:(?! heeft| heb).){{0,70}}? ?\b(?:ontvangt|krijgt|verneemt|zal ontvangen)\b|\b(?:ontvangt|ontvangen|krijgt|verneemt)\b.{{0,12}}{_KAMER}",
        2.3,
        "receives",
    ),
    (
        rf"\b{_KAMER}.{{0,120}}?\b(?:tegemoet (?:kan |mag )?zien|tegemoetzien|verwachten|kan .{{0,40}}verwachten|zal .{{0,80}}ontvangen)\b|\b(?:kan|mag|zal) {_KAMER}.{{0,150}}?\b(?:verwachten|tegemoetzien|tegemoet zien|ontvangen)\b",
        2.3,
        "receives",
    ),
    (
        r"\bontvangt u\b|\bu ontvangt\b|\bontvangt u(?:w)? kamer|\bkunt u\b.{0,80}?\b(?:verwachten|tegemoetzien|tegemoet zien)\b|\bu (?:kunt|mag|zult)\b.{0,80}?\b(?:verwachten|tegemoetzien|ontvangen)\b",
        2.0,
        "receives",
    ),
    (
        rf"\b(?:wordt|worden)\b.{{0,200}}?\b{_PARTICIPLE}\b|\bop de hoogte worden (?:gebracht|gehouden|gesteld)\b|\b{_PARTICIPLE} (?:zal |zullen )?word(?:t|en)\b",
        1.8,
        "is_sent",
    ),
    (
        r"\bin kennis (?:te )?stel(?:len|t)?\b|\bop de hoogte (?:te )?(?:stel|breng|houd|stellen|brengen|houden|gehouden|gesteld|gebracht)\b",
        1.8,
        "reports",
    ),
    (
        r"\b(?:kom|komen|komt)\b.{0,120}?\bterug\b|\bterug te komen\b|\bhierop terug(?:komen)?\b",
        1.8,
        "comes_back",
    ),
    (
        r"\b(?:ga|gaan|gaat) (?:ik|het kabinet|de minister)\b.{0,80}?\b(?:nader )?in\b|\bnader in(?:gaan| te gaan)\b",
        1.0,
        "goes_into",
    ),
    (
        r"\bik\b.{0,160}?\bvoortaan\b|\bvoortaan\b.{0,80}?\bik\b|\bzal\b.{0,80}\bvoortaan\b",
        1.6,
        "from_now_on",
    ),
    (
        r"\b(?:voeg|neem|betrek|verwerk|vermeld|opnemen|neem ik|voegen|nemen)\b.{0,120}?\b(?:bijlage|voortgangs\w*|rapportage|jaarverslag|brief|begroting|monitor|evaluatie|verslag)\b|\b(?:bijlage|voortgangs\w*|rapportage|jaarverslag|brief|monitor|verslag)\b.{0,80}?\b(?:voeg|opneem|opnemen|meeneem|meenemen|betrek|verwerk|verwerken|toevoeg)\b",
        1.2,
        "includes",
    ),
    (
        r"\btreft uw kamer\b.{0,20}\b(?:in het|voor|na|medio|eind|begin)\b.{0,80}\baan\b",
        2.0,
        "receives",
    ),
    (
        rf"\b{_NEXT}\b.{{0,60}}?\b(?:ga|gaan|kom|komt|komen|zal|zullen|geef|geven|meld|melden|besteed|besteden|rapporteer|rapporteren) (?:ik|wij|het kabinet)\b",
        1.8,
        "comes_back",
    ),
    (
        rf"\b(?:gaat|gaan|komt)\b.{{0,60}}?\bnaar {_KAMER}|(?<!die )\bnaar {_KAMER} (?:gaat|gaan|komt|zal gaan)\b",
        1.8,
        "is_sent",
    ),
    (r"\bik beloof\b", 2.5, "promises"),
    (
        rf"\blaat (?:ik )?(?:{_KAMER}|u)\b.{{0,100}}?\bweten\b|\bik laat\b.{{0,100}}?\bweten\b",
        2.0,
        "reports",
    ),
    (r"\b(?:volgt|volgen)\b", 0.6, "follows"),
)
_ADDRESSED: tuple[tuple[str, float], ...] = (
    (
        rf"\b{_KAMER}|\bka(?:m|rn)er\b(?=.{{0,30}}\b(?:informe|bericht|toe))|\bhet parlement\b|\b(?:vaste|algemene) (?:kamer)?commissie\b|\bkamercommissie\b|\bstaten-generaal\b",
        1.4,
    ),
    (
        rf"\b(?:{_PRESENT}|zal|za[lt]|wil|kan|verwacht|zeg) (?:ik|wij|we) u\b|\bik (?:\w+ ){{0,2}}u\b|\bik u\b|\bu (?:daarvan|daarover|hierover|hiervan|nader|de|het|een|in|voor|op|uiterlijk)\b|\baan u\b|\bword(?:t|en) u\b|\bu word(?:t|en)\b|\bontvangt u\b|\bu ontvangt\b|\bkunt u\b|\bu (?:kunt|zult|mag)\b",
        0.8,
    ),
)
_MONTHS = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_SEASONS = (
    r"(?:zomer\w*|winter|herfst|lente|voorjaar\w*|najaar\w*|reces|meireces|meire?ces|kerst\w*|herfstreces|jaar|jaareinde|jaarwisseling|kwartaal"
    r"|halfjaar|half jaar|prinsjesdag|begroting\w*|weken|week|maanden|maand|debat|overleg|behandeling|eeuw|periode)"
)
_WHEN: tuple[tuple[str, float], ...] = (
    (
        rf"\b(?:voor|uiterlijk|na|in|rond|medio|begin|eind|einde|half|vanaf|tegen|omstreeks|per|tot)\b(?: (?:op|de|het|een|dit|deze|dat|eind|begin|medio|half|komende|volgende|eerste|tweede|derde|vierde|loop|van|laatste|\d{{1,2}}|nieuwe|aanstaande)){{0,5}} (?:{_MONTHS}|{_SEASONS}|20\d\d)",
        1.1,
    ),
    (
        r"\bzodra\b|\bwanneer\b.{0,60}\b(?:gereed|beschikbaar|bekend|afgerond)|\bbinnen (?:\w+ )?(?:weken|maanden|dagen|week|maand|een maand|afzienbare)|\bnog (?:dit|deze|voor|in)\b|\bdit (?:jaar|najaar|voorjaar|kwartaal)|\bdeze (?:zomer|maand|winter|week|herfst)|\b(?:komend|aankomend|volgend|eerstvolgend)e? \w+|\bvolgend jaar",
        1.1,
    ),
    (
        r"\bvoortaan\b|\b(?:half)?jaarlijks\b|\bperiodiek\b|\bregelmatig\b|\bte zijner tijd\b|\bzo spoedig mogelijk|\bzo snel mogelijk|\bop korte termijn|\bspoedig\b|\bbinnenkort\b|\btijdig\b|\bvooraf\b|\bper kwartaal|\bieder (?:jaar|kwartaal|besluit)|\belk (?:jaar|kwartaal)|\bdoorlopend",
        1.0,
    ),
    (
        r"\bop een later moment|\bte gelegener tijd|\bin een later stadium|\bbij gelegenheid|\bna (?:afloop|afronding|ommekomst|ontvangst|publicatie|validatie|vaststelling|besluitvorming|bespreking|de consultatie|het zomerreces|\w+ing)\b|\btegelijkertijd\b|\bop de gebruikelijke wijze|\bin de loop van|\bbij de (?:aanbieding|behandeling|volgende|eerstvolgende|begroting)|\bna(?: de)? uitkomst|\bten behoeve van het (?:debat|overleg)|\bvoor(?:afgaand aan)? (?:het|de) (?:commissie)?(?:debat|overleg|behandeling)|\bin de (?:volgende|eerstvolgende|komende) \w+|\bdan\b|\bvia de\b",
        0.9,
    ),
    (
        r"\bnader\b|\bseparaat\b|\bin een (?:aparte|afzonderlijke|separate|volgende) brief\b|\bafzonderlijk\b|\bschriftelijk\b|\bper brief\b|\bbij brief\b|\bdaarover\b|\bhierover\b|\bdaarvan\b|\bdaarop\b|\bover de (?:uitkomst|voortgang|resultat|bevinding|stand)",
        0.5,
    ),
)
_AGAINST: tuple[tuple[str, float], ...] = (
    # What the letter itself does.
    (
        r"\bhierbij\b(?!.{0,60}\btoe dat\b)|\bmet deze brief\b|\bbij deze\b|(?<!die in )(?<!dat in )\bdeze brief\b|(?<!die )(?<!dat )\bin deze (?:brief|bijlage|rapportage|reactie|nota)|\bmiddels deze|\bbijgaand\b|\bbijgevoegd\w*|^hiermee\b|\bhiermee (?:heb|is|wordt|doe|geef|kom|voldoe|voldoende|beschouw|informeer)\w*|\bin de bijlage\b(?!.{0,40}\bvoortaan)|\btreft u\b|\bals bijlagen? (?:treft|bij deze|is|zijn)|\bin dit (?:verslag|schrijven)|\bonderstaand\w*|\bonderhavige|\bhieronder\b|\bin het (?:navolgende|onderstaande|hiernavolgende)\b|\bvooruitlopend\b|\bhet volgende\b(?=.{0,20}\bme(?:de|e)\b)",
        -3.5,
    ),
    # What it says now: `Nu informeer ik uw Kamer`, `bericht ik u als volgt`.
    (
        rf"^(?:nu|thans) {_PRESENT}\b|\bals volgt\b|\b{_PRESENT} (?:ik|wij) (?:u|uw kamer)\b.{{0,20}}\bnu\b",
        -3.0,
    ),
    # What answers something, without a future.
    (
        rf"^(?:graag|(?:mede )?(?:in (?:reactie|antwoord|vervolg|aanvulling|navolging)\b|naar aanleiding\b|net als\b|zoals\b)(?:(?! zal\b).)*?) {_PRESENT} (?:ik|wij)\b",
        -2.0,
    ),
    # What was meant once.
    (
        r"\b(?:het|de|mijn|ons) (?:streven|voornemen|bedoeling|inzet|plan|doel|verwachting) was\b|\b(?:was|waren) (?:het|de|mijn|ons) (?:streven|voornemen|bedoeling|plan)\b|\bwas voornemens\b",
        -3.0,
    ),
    # What must be, may be, or is not.
    (
        r"\bmoet(?:en)?\b(?:(?! zal\b).){0,80}\bworden\b|\bschrijft\b.{0,80}\bvoor dat\b|\bop zijn vroegst\b",
        -2.2,
    ),
    (
        rf"\b(?:in beginsel|doorgaans|vooralsnog|dan ook|daarom) niet\b|\bniet\b.{{0,50}}\b{_PARTICIPLE}\b|\bgeen\b.{{0,30}}\b{_PARTICIPLE}\b",
        -1.6,
    ),
    # What was asked for: `heeft ons verzocht om een overzicht van wat wij voornemens zijn te zenden`.
    (
        r"\b(?:heeft|hebben)\b.{0,120}?\b(?:verzocht|gevraagd)\b(?!.{0,160}\b(?:zal|zend|stuur|ontvangt|informeer) )",
        -1.6,
    ),
    # What has been done.
    (
        r"\b(?:heb|heeft|hebben|had|hadden)\b(?:(?! (?:wordt|worden|zal|zullen)\b) [\w-]+,?){0,16}? (?:toegezegd|beloofd|aangeboden|gestuurd|gezonden|toegezonden|geinformeerd|bericht|ontvangen|gemeld|gedeeld|voorgelegd|ingediend|aangegeven|verzonden)\b",
        -2.6,
    ),
    (
        rf"\b(?:is|zijn|was|waren|werd|werden)\b(?:(?! (?:wordt|worden|zal|zullen|ontvangt|kom|informeer|stuur|zend)\b) [\w-]+,?){{0,18}}? (?:toegezegd|beloofd|{_PARTICIPLE[3:-1]}|gepubliceerd|verschenen|ontvangen)\b",
        -2.6,
    ),
    (
        rf"\b{_PARTICIPLE} (?:is|zijn|was|werd|heb|heeft|hebben)\b|\btoegezegd (?:is|was|heb|heeft)\b|\btoegezegde\b|\bte hebben\b",
        -2.4,
    ),
    (
        r"\b(?:informeerde|berichtte|stuurde|zond|ontving|ontvingen|bood|zegde|zei|meldde|rapporteerde|deelde|verzond|zonden|stuurden)\b",
        -2.2,
    ),
    # What is asked.
    (r"(?<!\W)(?=\W*$)\W*\?", -3.5),
    (
        r"\b(?:verzoekt|verzoeken|verzocht|vraagt|vragen|vroeg|vroegen|gevraagd|motie verzoekt|roept .{0,20} op)\b(?!.{0,80}\b(?:zal|stuur|ontvangt) )",
        -1.3,
    ),
    # What is left open.
    (
        r"\b(?:zou|zouden)\b|\bmogelijk(?:erwijs)?\b(?!\w)(?<!zo spoedig mogelijk)(?<!zo snel mogelijk)|\bwellicht\b|\bdenkbaar\b|\bniet uitgesloten|\bword(?:t|en) bezien\b|\boverwogen\b|\bkan worden\b|\bkunnen worden\b",
        -1.4,
    ),
    (
        r"^(?!.*\bza[lt1] (?:ik|wij|het kabinet)\b).*?(?:\bzoals (?:eerder )?(?:toegezegd|aangekondigd|gemeld)\b|\bconform (?:mijn |de )?toezegging|\bin lijn met mijn toezegging|\bter uitvoering van\b)",
        -1.6,
    ),
    (r"\b(?:verwijs|verwijst|verwezen)\b", -1.0),
    (r"\bvertrouw(?:en|t)? erop\b", -3.0),
    (r"\bkamerleden\b.{0,30}\b(?:hebben|vinden)", -1.0),
)


# Where another part of the sentence begins that may promise by itself.
_TAIL = re.compile(
    r"\ben (?=kom |zal |informeer |stuur |bericht )"
    r"|^(?:zoals|conform|nadat|nu|omdat|hoewel)\b[^,]{3,140}, "
)
# The writer does it, at no other moment: `Bij de Miljoenennota`, `Na het advies` would be one.
_NOW = re.compile(
    rf"^(?!.*\b(?:bij|na) (?:de|het|een)\b)(?=.*\b(?:{_PRESENT} (?:ik|wij|we)|(?:ik|wij|we) {_PRESENT})\b)"
)
_OURS = re.compile(r"\b(?:ik|wij|het kabinet|de regering)\b")


@cache
def _compiled() -> tuple[tuple[tuple[re.Pattern[str], float, str], ...], ...]:
    """Return the patterns of promises, addressees, times and what speaks against, compiled once."""
    return (
        tuple((re.compile(pattern), weight, code) for pattern, weight, code in _PROMISES),
        tuple((re.compile(pattern), weight, "") for pattern, weight in _ADDRESSED),
        tuple((re.compile(pattern), weight, "") for pattern, weight in _WHEN),
        tuple((re.compile(pattern), weight, "") for pattern, weight in _AGAINST),
    )


@cache
def _readings() -> Readings:
    """Return the words that the patterns look for."""
    patterns = [pattern for pattern, _ in (*_ADDRESSED, *_WHEN, *_AGAINST)]
    patterns += [pattern for pattern, _, _ in _PROMISES]
    words = {word for pattern in patterns for word in re.findall(r"(?<![\\(\[])\b[a-z]{4,}\b", pattern)}
    return Readings({*words, "kamer", "kamers", "zeg", "zal"})


def plain(text: str) -> str:
    """Return the text in small letters without accents (`vóór`, `geïnformeerd`, `ík`), with single spaces.

    Misread words that the patterns look for are read as they are meant (`Karner`, `ontvangl`).
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    low, read = " ".join(bare.casefold().replace("’", "'").split()), _readings().read
    return _WORDS.sub(lambda match: read(match.group()), low)


def weigh(sentence: str, in_introduction: bool = False) -> tuple[float, str]:
    """Return how much the sentence is a commitment to parliament, and the code of its promise.

    From THRESHOLD on it is proposed.
    """
    low = plain(sentence)
    whole = _weigh(low, in_introduction)
    if len(low) > _LONGEST:  # no sentence that anybody wrote: a text without stops
        return whole
    # `Ik heb toegezegd … en kom daar in mei op terug.`: one part reports, the other promises.
    tails = (
        f"ik {low[match.end() :]}" if match.group() == "en " else low[match.end() :]
        for match in _TAIL.finditer(low)
    )
    parts = (_weigh(tail, in_introduction) for tail in tails if _says_when(tail))
    return max((whole, *((weight - 0.2, code) for weight, code in parts)), key=lambda found: found[0])


def _says_when(low: str) -> bool:
    return any(weight > 1 and pattern.search(low) for pattern, weight, _ in _compiled()[2])


def _weigh(low: str, in_introduction: bool) -> tuple[float, str]:
    promises, addressed, when, against = _compiled()
    best, code = 0.0, ""
    count = 0
    for pattern, weight, name in promises:
        if weight and pattern.search(low):
            count += 1
            if weight > best:
                best, code = weight, name
    if not best:
        return 0.0, ""
    total = best + 0.3 * min(2, count - 1)
    to_parliament = max((weight for pattern, weight, _ in addressed if pattern.search(low)), default=0.0)
    # What others do to others is no promise to parliament.
    total += to_parliament or (0.0 if _OURS.search(low) else -1.0)
    times = sorted((weight for pattern, weight, _ in when if pattern.search(low)), reverse=True)
    total += sum(times[:1]) + 0.3 * sum(times[1:2])
    if code == "reports" and not any(weight > 0.5 for weight in times) and _NOW.search(low):
        total -= _NO_FUTURE
    minus = sorted(weight for pattern, weight, _ in against if pattern.search(low))
    total += sum(minus[:2])
    if in_introduction and not times:
        total -= 1.5
    return total, code
