<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>App</name>
    <message>
        <source>Something went wrong in the program ({kind}). Your work is kept. Please report this.</source>
        <translation>Er ging iets mis in het programma ({kind}). Je werk is bewaard. Meld dit alsjeblieft.</translation>
    </message>
    <message>
        <source>The picture cannot be written to {name}. Choose another place with --out.</source>
        <translation>De afbeelding kan niet naar {name} worden geschreven. Kies met --out een andere plaats.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>A backup cannot be restored here: the project is open for reading only. Close the window that works in it, and open it again.</source>
        <translation>Hier kan geen back-up worden teruggezet: het project is alleen geopend om te lezen. Sluit het venster dat erin werkt en open het opnieuw.</translation>
    </message>
    <message>
        <source>A part of the backups is damaged, so that not all texts could be verified: look through them.</source>
        <translation>Een deel van de back-ups is beschadigd, zodat niet alle teksten konden worden gecontroleerd: kijk ze door.</translation>
    </message>
    <message>
        <source>The backup was restored, but {missing:source file is|source files are} missing and {damaged:source file is|source files are} damaged. The texts are all there.</source>
        <translation>De back-up is teruggezet, maar {missing:bronbestand ontbreekt|bronbestanden ontbreken} en {damaged:bronbestand is|bronbestanden zijn} beschadigd. De teksten zijn er allemaal.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>De back-up is teruggezet.</translation>
    </message>
    <message>
        <source>The backup was restored. What was there before is in {name}.</source>
        <translation>De back-up is teruggezet. Wat er eerst stond, staat in {name}.</translation>
    </message>
    <message>
        <source>The source file of {names} is damaged in the backups, and not whole in the project: look at the disk that the backups are on.</source>
        <translation>Het bronbestand van {names} is beschadigd in de back-ups en niet heel in het project: controleer de schijf waar de back-ups op staan.</translation>
    </message>
    <message>
        <source>The source file of {names} is damaged in the backups. It was taken from where it is whole.</source>
        <translation>Het bronbestand van {names} is beschadigd in de back-ups. Het is gehaald waar het nog heel is.</translation>
    </message>
    <message>
        <source>The source file of {names} was damaged in the backups. It was written anew from the project.</source>
        <translation>Het bronbestand van {names} was beschadigd in de back-ups. Het is opnieuw geschreven uit het project.</translation>
    </message>
    <message>
        <source>The text of {names} cannot be read in the backups and is nowhere else: these letters were left out.</source>
        <translation>De tekst van {names} is in de back-ups niet te lezen en staat nergens anders: deze brieven zijn weggelaten.</translation>
    </message>
    <message>
        <source>The text of {names} is damaged in the backups, and not in the project: look at the disk that the backups are on.</source>
        <translation>De tekst van {names} is beschadigd in de back-ups en staat niet in het project: controleer de schijf waar de back-ups op staan.</translation>
    </message>
    <message>
        <source>The text of {names} is damaged in the backups, and nowhere else: compare it with its source file.</source>
        <translation>De tekst van {names} is beschadigd in de back-ups en staat nergens anders: vergelijk hem met het bronbestand.</translation>
    </message>
    <message>
        <source>The text of {names} is damaged in the backups. It was taken from where it is whole.</source>
        <translation>De tekst van {names} is beschadigd in de back-ups. Hij is gehaald waar hij nog heel is.</translation>
    </message>
    <message>
        <source>The text of {names} was damaged in the backups. It was written anew from the project.</source>
        <translation>De tekst van {names} was beschadigd in de back-ups. Hij is opnieuw geschreven uit het project.</translation>
    </message>
    <message>
        <source>Where the words of {names} stand on the pages is damaged in the backups: import its source file again.</source>
        <translation>Waar de woorden van {names} op de pagina&apos;s staan, is beschadigd in de back-ups: importeer het bronbestand opnieuw.</translation>
    </message>
    <message>
        <source>{name} is damaged or no backup. Choose another one.</source>
        <translation>{name} is beschadigd of geen back-up. Kies een andere.</translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>backup {when}</source>
        <translation>back-up {when}</translation>
    </message>
    <message>
        <source>⚠ no backup</source>
        <translation>⚠ geen back-up</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>&amp;Back up the project automatically</source>
        <translation>Maak automatisch &amp;back-ups van het project</translation>
    </message>
    <message>
        <source>&amp;Folder of the backups</source>
        <translation>&amp;Map van de back-ups</translation>
    </message>
    <message>
        <source>At most one an hour while you work, and one when the project is closed; each is checked, older ones are thinned out. Another disk is safer than the project&apos;s own.</source>
        <translation>Hoogstens één per uur terwijl je werkt, en één wanneer het project wordt gesloten; elke back-up wordt gecontroleerd, oudere worden uitgedund. Een andere schijf is veiliger dan die van het project.</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>Bl&amp;aderen…</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Map van de back-ups</translation>
    </message>
    <message>
        <source>There is no folder {name}. Make it first, or choose another.</source>
        <translation>Er is geen map {name}. Maak hem eerst, of kies een andere.</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>naast het project</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Another run is writing the data set in {name} (since {since}, on {host}): wait until it is done.</source>
        <translation>Een andere run schrijft de dataset in {name} (sinds {since}, op {host}): wacht tot die klaar is.</translation>
    </message>
    <message>
        <source>No scheduler answers at {name}: start one (dask scheduler), or say --workers instead.</source>
        <translation>Op {name} antwoordt geen scheduler: start er een (dask scheduler), of geef in plaats daarvan --workers.</translation>
    </message>
    <message>
        <source>Reading {name} ended each worker that tried: it may be damaged, too large, or take too long. Get another copy.</source>
        <translation>Elk proces dat {name} probeerde te lezen, kwam aan zijn einde: het bestand kan beschadigd of te groot zijn, of te lang duren. Zoek een andere kopie.</translation>
    </message>
    <message>
        <source>The data set in {name} could not be written ({reason}): make room or choose another folder, and run the command again. What is whole there is kept.</source>
        <translation>De dataset in {name} kon niet worden geschreven ({reason}): maak ruimte of kies een andere map, en geef de opdracht opnieuw. Wat daar af is, blijft.</translation>
    </message>
    <message>
        <source>The filter asks for {name}, which this data set does not have. It has: {names}.</source>
        <translation>Het filter vraagt naar {name}, dat deze dataset niet heeft. Wel: {names}.</translation>
    </message>
    <message>
        <source>The filter compares {name} with a text: it holds numbers. Leave the quotes out.</source>
        <translation>Het filter vergelijkt {name} met een tekst: het bevat getallen. Laat de aanhalingstekens weg.</translation>
    </message>
    <message>
        <source>The filter is not understood at “{rest}”: it should read as dossier = &apos;28676&apos; and page_count &gt; 2.</source>
        <translation>Het filter is niet te begrijpen bij “{rest}”: schrijf het als dossier = &apos;28676&apos; and page_count &gt; 2.</translation>
    </message>
    <message>
        <source>The scheduler is gone: start it and run the command again. What is whole in {name} is kept.</source>
        <translation>De scheduler is weg: start hem en geef de opdracht opnieuw. Wat in {name} af is, blijft.</translation>
    </message>
    <message>
        <source>There is no letter to read in what was given: {names}.</source>
        <translation>In wat is opgegeven, is geen brief te lezen: {names}.</translation>
    </message>
    <message>
        <source>This needs the package {package}, which is not installed here: install kanttekening[cluster].</source>
        <translation>Hiervoor is het pakket {package} nodig, dat hier niet is geïnstalleerd: installeer kanttekening[cluster].</translation>
    </message>
    <message>
        <source>What the data set has of {name} is damaged: run bulk again.</source>
        <translation>Wat de dataset van {name} heeft, is beschadigd: geef de opdracht bulk opnieuw.</translation>
    </message>
    <message>
        <source>{name} could not be reached ({reason}): check the address and your rights, then try again.</source>
        <translation>{name} kon niet worden bereikt ({reason}): controleer het adres en de rechten, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{name} could not be read because of a fault in the program ({fault}): tell its makers.</source>
        <translation>{name} kon niet worden gelezen door een fout in het programma ({fault}): meld het de makers.</translation>
    </message>
    <message>
        <source>{name} is a folder with other files in it: choose an empty folder, or one of an earlier run.</source>
        <translation>{name} is een map met andere bestanden erin: kies een lege map, of die van een eerdere run.</translation>
    </message>
    <message>
        <source>{name} is an export of a project, which holds no letters to bring in: choose one made by bulk.</source>
        <translation>{name} is een export van een project, die geen brieven bevat om binnen te halen: kies een dataset van bulk.</translation>
    </message>
    <message>
        <source>{name} is another file than the one that was read: run bulk again, then bring it in.</source>
        <translation>{name} is een ander bestand dan het bestand dat is gelezen: geef eerst de opdracht bulk opnieuw.</translation>
    </message>
    <message>
        <source>{name} is damaged, or no part of a data set: remove it, and run bulk again to read its letters.</source>
        <translation>{name} is beschadigd, of hoort niet bij een dataset: haal het weg en voer bulk opnieuw uit om de brieven ervan te lezen.</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Change the heading of a section</source>
        <translation>Kop van een sectie wijzigen</translation>
    </message>
    <message>
        <source>Change the heading of section “{heading}”</source>
        <translation>Kop van sectie “{heading}” wijzigen</translation>
    </message>
    <message>
        <source>Change the level of a section</source>
        <translation>Niveau van een sectie wijzigen</translation>
    </message>
    <message>
        <source>Change the level of section “{heading}”</source>
        <translation>Niveau van sectie “{heading}” wijzigen</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Notitie wijzigen</translation>
    </message>
    <message>
        <source>Change the note of a {tag}</source>
        <translation>Notitie bij {tag} wijzigen</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Status wijzigen</translation>
    </message>
    <message>
        <source>Change the status of {n:letter|letters}</source>
        <translation>Status van {n:brief|brieven} wijzigen</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Titel wijzigen</translation>
    </message>
    <message>
        <source>Clear {field}</source>
        <translation>{field} leegmaken</translation>
    </message>
    <message>
        <source>Codebook: add choice “{name}”</source>
        <translation>Codeboek: keuze “{name}” toevoegen</translation>
    </message>
    <message>
        <source>Codebook: add field “{name}”</source>
        <translation>Codeboek: veld “{name}” toevoegen</translation>
    </message>
    <message>
        <source>Codebook: add tag “{name}”</source>
        <translation>Codeboek: label “{name}” toevoegen</translation>
    </message>
    <message>
        <source>Codebook: ask field “{name}” again</source>
        <translation>Codeboek: veld “{name}” weer vragen</translation>
    </message>
    <message>
        <source>Codebook: change field “{name}”</source>
        <translation>Codeboek: veld “{name}” wijzigen</translation>
    </message>
    <message>
        <source>Codebook: delete choice “{name}”</source>
        <translation>Codeboek: keuze “{name}” verwijderen</translation>
    </message>
    <message>
        <source>Codebook: delete field “{name}”</source>
        <translation>Codeboek: veld “{name}” verwijderen</translation>
    </message>
    <message>
        <source>Codebook: delete tag “{name}”</source>
        <translation>Codeboek: label “{name}” verwijderen</translation>
    </message>
    <message>
        <source>Codebook: describe field “{name}”</source>
        <translation>Codeboek: veld “{name}” beschrijven</translation>
    </message>
    <message>
        <source>Codebook: describe tag “{name}”</source>
        <translation>Codeboek: label “{name}” beschrijven</translation>
    </message>
    <message>
        <source>Codebook: examples of tag “{name}”</source>
        <translation>Codeboek: voorbeelden van label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: hiding of tag “{name}” in exports</source>
        <translation>Codeboek: verbergen van label “{name}” bij export</translation>
    </message>
    <message>
        <source>Codebook: import {name}</source>
        <translation>Codeboek: {name} importeren</translation>
    </message>
    <message>
        <source>Codebook: key {other} for tag “{name}”</source>
        <translation>Codeboek: toets {other} voor label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: merge tag “{name}” into “{other}”</source>
        <translation>Codeboek: label “{name}” samenvoegen met “{other}”</translation>
    </message>
    <message>
        <source>Codebook: move choice “{name}”</source>
        <translation>Codeboek: keuze “{name}” verplaatsen</translation>
    </message>
    <message>
        <source>Codebook: move field “{name}”</source>
        <translation>Codeboek: veld “{name}” verplaatsen</translation>
    </message>
    <message>
        <source>Codebook: move tag “{name}”</source>
        <translation>Codeboek: label “{name}” verplaatsen</translation>
    </message>
    <message>
        <source>Codebook: no key for tag “{name}”</source>
        <translation>Codeboek: geen toets voor label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: other colour for tag “{name}”</source>
        <translation>Codeboek: andere kleur voor label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: rename choice “{name}” to “{other}”</source>
        <translation>Codeboek: keuze “{name}” heet nu “{other}”</translation>
    </message>
    <message>
        <source>Codebook: rename field “{name}” to “{other}”</source>
        <translation>Codeboek: veld “{name}” heet nu “{other}”</translation>
    </message>
    <message>
        <source>Codebook: rename tag “{name}” to “{other}”</source>
        <translation>Codeboek: label “{name}” heet nu “{other}”</translation>
    </message>
    <message>
        <source>Codebook: retire field “{name}”</source>
        <translation>Codeboek: veld “{name}” laten vervallen</translation>
    </message>
    <message>
        <source>Codebook: retire tag “{name}”</source>
        <translation>Codeboek: label “{name}” laten vervallen</translation>
    </message>
    <message>
        <source>Codebook: role of choice “{name}”</source>
        <translation>Codeboek: rol van keuze “{name}”</translation>
    </message>
    <message>
        <source>Codebook: role of tag “{name}”</source>
        <translation>Codeboek: rol van label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: trigger phrases of tag “{name}”</source>
        <translation>Codeboek: signaalzinnen van label “{name}”</translation>
    </message>
    <message>
        <source>Codebook: use tag “{name}” again</source>
        <translation>Codeboek: label “{name}” weer gebruiken</translation>
    </message>
    <message>
        <source>Confirm a section</source>
        <translation>Een sectie bevestigen</translation>
    </message>
    <message>
        <source>Confirm section “{heading}”</source>
        <translation>Sectie “{heading}” bevestigen</translation>
    </message>
    <message>
        <source>Confirm the form ({n:value|values})</source>
        <translation>Formulier bevestigen ({n:waarde|waarden})</translation>
    </message>
    <message>
        <source>Confirm the outline ({n:section|sections})</source>
        <translation>Indeling bevestigen ({n:sectie|secties})</translation>
    </message>
    <message>
        <source>Confirm {count:proposal|proposals} in {letters:letter|letters}</source>
        <translation>{count:voorstel|voorstellen} in {letters:brief|brieven} bevestigen</translation>
    </message>
    <message>
        <source>Confirm {n:passage|passages}</source>
        <translation>{n:passage|passages} bevestigen</translation>
    </message>
    <message>
        <source>Confirm “{text}”</source>
        <translation>“{text}” bevestigen</translation>
    </message>
    <message>
        <source>Correct {words:sure word|sure words} in {places:place|places}</source>
        <translation>{words:zeker woord|zekere woorden} corrigeren op {places:plaats|plaatsen}</translation>
    </message>
    <message>
        <source>Correct “{before}” to “{after}”</source>
        <translation>“{before}” corrigeren tot “{after}”</translation>
    </message>
    <message>
        <source>Correct “{before}” to “{after}” in {places:place|places}</source>
        <translation>“{before}” op {places:plaats|plaatsen} corrigeren tot “{after}”</translation>
    </message>
    <message>
        <source>Delete “{text}”</source>
        <translation>“{text}” verwijderen</translation>
    </message>
    <message>
        <source>Fill {field} with “{shown}”</source>
        <translation>{field} invullen met “{shown}”</translation>
    </message>
    <message>
        <source>Merge a section with the one before</source>
        <translation>Een sectie samenvoegen met de vorige</translation>
    </message>
    <message>
        <source>Merge section “{heading}” with the one before</source>
        <translation>Sectie “{heading}” samenvoegen met de vorige</translation>
    </message>
    <message>
        <source>Move the ends of {tag}: “{quote}”</source>
        <translation>Uiteinden van {tag} verplaatsen: “{quote}”</translation>
    </message>
    <message>
        <source>Point to the evidence of {field}</source>
        <translation>Vindplaats van {field} aanwijzen</translation>
    </message>
    <message>
        <source>Remove {tag} from “{quote}”</source>
        <translation>Label {tag} weghalen van “{quote}”</translation>
    </message>
    <message>
        <source>Restore the OCR&apos;s reading “{text}”</source>
        <translation>OCR-lezing “{text}” terugzetten</translation>
    </message>
    <message>
        <source>Start a section</source>
        <translation>Een sectie beginnen</translation>
    </message>
    <message>
        <source>Start section “{heading}”</source>
        <translation>Sectie “{heading}” beginnen</translation>
    </message>
    <message>
        <source>Tag a section</source>
        <translation>Een sectie labelen</translation>
    </message>
    <message>
        <source>Tag section “{heading}” as {tag}</source>
        <translation>Sectie “{heading}” labelen als {tag}</translation>
    </message>
    <message>
        <source>Tag “{quote}” as {tag}</source>
        <translation>“{quote}” labelen als {tag}</translation>
    </message>
    <message>
        <source>Take “{reading}” out of the project&apos;s words</source>
        <translation>“{reading}” uit de woorden van het project halen</translation>
    </message>
    <message>
        <source>Turn down {count:proposal|proposals} in {letters:letter|letters}</source>
        <translation>{count:voorstel|voorstellen} in {letters:brief|brieven} afwijzen</translation>
    </message>
    <message>
        <source>Turn down “{text}”</source>
        <translation>“{text}” afwijzen</translation>
    </message>
    <message>
        <source>Type “{text}”</source>
        <translation>“{text}” typen</translation>
    </message>
    <message>
        <source>{field}: not in the letter</source>
        <translation>{field}: niet in de brief</translation>
    </message>
    <message>
        <source>“{reading}” is always right</source>
        <translation>“{reading}” klopt altijd</translation>
    </message>
    <message>
        <source>“{reading}” is right here</source>
        <translation>“{reading}” klopt hier</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>(no name)</source>
        <translation>(geen naam)</translation>
    </message>
    <message>
        <source>Changes per day</source>
        <translation>Wijzigingen per dag</translation>
    </message>
    <message>
        <source>Changes per month</source>
        <translation>Wijzigingen per maand</translation>
    </message>
    <message>
        <source>Changes per week</source>
        <translation>Wijzigingen per week</translation>
    </message>
    <message>
        <source>Changes per year</source>
        <translation>Wijzigingen per jaar</translation>
    </message>
    <message>
        <source>Corrections by kind and origin</source>
        <translation>Correcties naar soort en herkomst</translation>
    </message>
    <message>
        <source>Fields that are filled in</source>
        <translation>Ingevulde velden</translation>
    </message>
    <message>
        <source>In how many of {letters:letter|letters} a field has a value</source>
        <translation>In hoeveel van {letters:brief|brieven} een veld een waarde heeft</translation>
    </message>
    <message>
        <source>Letters by status</source>
        <translation>Brieven naar status</translation>
    </message>
    <message>
        <source>Letters done per day</source>
        <translation>Brieven klaar per dag</translation>
    </message>
    <message>
        <source>Letters done per month</source>
        <translation>Brieven klaar per maand</translation>
    </message>
    <message>
        <source>Letters done per week</source>
        <translation>Brieven klaar per week</translation>
    </message>
    <message>
        <source>Letters done per year</source>
        <translation>Brieven klaar per jaar</translation>
    </message>
    <message>
        <source>Letters done, by whom</source>
        <translation>Brieven klaar, door wie</translation>
    </message>
    <message>
        <source>Tags, and how often</source>
        <translation>Labels, en hoe vaak</translation>
    </message>
    <message>
        <source>What each analyst made</source>
        <translation>Wat elke analist maakte</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bevestigd</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>correcties</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>overal</translation>
    </message>
    <message>
        <source>not in the letter</source>
        <translation>niet in de brief</translation>
    </message>
    <message>
        <source>others</source>
        <translation>anderen</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>passages</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>secties</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestie</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getypt</translation>
    </message>
    <message>
        <source>values</source>
        <translation>waarden</translation>
    </message>
    <message>
        <source>{letters:letter|letters}, {pages:page|pages}</source>
        <translation>{letters:brief|brieven}, {pages:pagina|pagina&apos;s}</translation>
    </message>
    <message>
        <source>{n:,} in all</source>
        <translation>{n:,} in totaal</translation>
    </message>
    <message>
        <source>{name} cannot be written: {why}. Choose another place.</source>
        <translation>{name} kan niet worden geschreven: {why}. Kies een andere plaats.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>A row of {table} refers to a row of {parent} that is not there.</source>
        <translation>Een rij van {table} verwijst naar een rij van {parent} die er niet is.</translation>
    </message>
    <message>
        <source>Letter {id} cannot be read.</source>
        <translation>Brief {id} is niet te lezen.</translation>
    </message>
    <message>
        <source>Letter {id} cannot be read: {fault}</source>
        <translation>Brief {id} kan niet worden gelezen: {fault}</translation>
    </message>
    <message>
        <source>Letter {id}: a passage has no place.</source>
        <translation>Brief {id}: een passage heeft geen plaats.</translation>
    </message>
    <message>
        <source>Letter {id}: a reading that it has is damaged.</source>
        <translation>Brief {id}: een lezing van de brief is beschadigd.</translation>
    </message>
    <message>
        <source>Letter {id}: a row of {view} does not quote the text.</source>
        <translation>Brief {id}: een rij van {view} citeert de tekst niet juist.</translation>
    </message>
    <message>
        <source>Letter {id}: a {what} holds what the program never writes.</source>
        <translation>Brief {id}: in een {what} staat wat het programma nooit schrijft.</translation>
    </message>
    <message>
        <source>Letter {id}: a {what} lies outside the text.</source>
        <translation>Brief {id}: iets valt buiten de tekst ({what}).</translation>
    </message>
    <message>
        <source>Letter {id}: its OCR text is not that of the reading it goes by.</source>
        <translation>Brief {id}: de OCR-tekst is niet die van de lezing die geldt.</translation>
    </message>
    <message>
        <source>Letter {id}: the OCR text with its corrections is not the text.</source>
        <translation>Brief {id}: de OCR-tekst met de correcties is niet gelijk aan de tekst.</translation>
    </message>
    <message>
        <source>Letter {id}: the pages leave part of the text out or are in disorder.</source>
        <translation>Brief {id}: de pagina&apos;s laten een deel van de tekst weg of staan niet op volgorde.</translation>
    </message>
    <message>
        <source>Letter {id}: the reading that it goes by is not kept.</source>
        <translation>Brief {id}: de lezing die geldt is niet bewaard.</translation>
    </message>
    <message>
        <source>Letter {id}: the sections leave part of the text out.</source>
        <translation>Brief {id}: de secties laten een deel van de tekst weg.</translation>
    </message>
    <message>
        <source>Letter {id}: the text holds signs that no letter has.</source>
        <translation>Brief {id}: in de tekst staan tekens die geen brief heeft.</translation>
    </message>
    <message>
        <source>Letter {id}: the view sections does not say where its sections end.</source>
        <translation>Brief {id}: de view sections zegt niet waar de secties eindigen.</translation>
    </message>
    <message>
        <source>Letter {id}: two corrections overlap, or one lies outside the OCR text.</source>
        <translation>Brief {id}: twee correcties overlappen, of één valt buiten de OCR-tekst.</translation>
    </message>
    <message>
        <source>The backup {name} lacks the source files of {count:letter|letters}: they are not in the packs beside it.</source>
        <translation>In de back-up {name} ontbreekt het bronbestand van {count:brief|brieven}: dat staat niet in de pakketten ernaast.</translation>
    </message>
    <message>
        <source>The backup {name} lacks the texts of {count:letter|letters}: they are not in the packs beside it.</source>
        <translation>In de back-up {name} ontbreekt de tekst van {count:brief|brieven}: die staat niet in de pakketten ernaast.</translation>
    </message>
    <message>
        <source>The backup {name} was damaged on its disk after it was made. Do not restore it.</source>
        <translation>De back-up {name} is op de schijf beschadigd geraakt nadat hij was gemaakt. Zet hem niet terug.</translation>
    </message>
    <message>
        <source>The codebook cannot be read.</source>
        <translation>Het codeboek kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file is damaged: {fault}.</source>
        <translation>Het bestand is beschadigd: {fault}.</translation>
    </message>
    <message>
        <source>The project is of an older version: open it once, and it is updated.</source>
        <translation>Het project is van een oudere versie: open het één keer, dan wordt het bijgewerkt.</translation>
    </message>
    <message>
        <source>The source file of {names} is damaged in {pack}, and the project does not have it whole.</source>
        <translation>Het bronbestand van {names} is beschadigd in {pack}, en het project heeft het niet heel.</translation>
    </message>
    <message>
        <source>The source file of {names} is damaged in {pack}. The next backup writes it anew from the project.</source>
        <translation>Het bronbestand van {names} is beschadigd in {pack}. De volgende back-up schrijft het opnieuw uit het project.</translation>
    </message>
    <message>
        <source>The text of {names} is damaged in {pack}, and the project does not have it.</source>
        <translation>De tekst van {names} is beschadigd in {pack}, en het project heeft hem niet.</translation>
    </message>
    <message>
        <source>The text of {names} is damaged in {pack}. The next backup writes it anew from the project.</source>
        <translation>De tekst van {names} is beschadigd in {pack}. De volgende back-up schrijft hem opnieuw uit het project.</translation>
    </message>
    <message>
        <source>The view {view} is missing or was changed.</source>
        <translation>De view {view} ontbreekt of is gewijzigd.</translation>
    </message>
</context>
<context>
    <name>Citation</name>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>pp. {first}–{last}</source>
        <translation>p. {first}–{last}</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>The codebook is in {name}.</source>
        <translation>Het codeboek staat in {name}.</translation>
    </message>
    <message>
        <source>{entry} is missing: add it</source>
        <translation>{entry} ontbreekt: voeg het toe</translation>
    </message>
    <message>
        <source>{entry} is not known here: correct its name or remove it</source>
        <translation>{entry} is hier niet bekend: verbeter de naam of haal het weg</translation>
    </message>
    <message>
        <source>{entry} must be 1: this codebook is for another version of the program</source>
        <translation>{entry} moet 1 zijn: dit codeboek is voor een andere versie van het programma</translation>
    </message>
    <message>
        <source>{entry} must be a colour, as in &quot;#247d55&quot;, or {{ light = &quot;#…&quot;, dark = &quot;#…&quot; }}</source>
        <translation>{entry} moet een kleur zijn, zoals &quot;#247d55&quot;, of {{ light = &quot;#…&quot;, dark = &quot;#…&quot; }}</translation>
    </message>
    <message>
        <source>{entry} must be a list of tables</source>
        <translation>{entry} moet een lijst van tabellen zijn</translation>
    </message>
    <message>
        <source>{entry} must be a list of texts, as in [&quot;…&quot;, &quot;…&quot;]</source>
        <translation>{entry} moet een lijst teksten zijn, zoals [&quot;…&quot;, &quot;…&quot;]</translation>
    </message>
    <message>
        <source>{entry} must be lists of texts by language, as in {{ nl = [&quot;…&quot;], en = [&quot;…&quot;] }}</source>
        <translation>{entry} moet lijsten teksten per taal zijn, zoals {{ nl = [&quot;…&quot;], en = [&quot;…&quot;] }}</translation>
    </message>
    <message>
        <source>{entry} must be text in quotes</source>
        <translation>{entry} moet tekst tussen aanhalingstekens zijn</translation>
    </message>
    <message>
        <source>{entry} must be texts by language, as in {{ nl = &quot;…&quot;, en = &quot;…&quot; }}</source>
        <translation>{entry} moet teksten per taal bevatten, zoals {{ nl = &quot;…&quot;, en = &quot;…&quot; }}</translation>
    </message>
    <message>
        <source>{entry} must be true or false, without quotes</source>
        <translation>{entry} moet true of false zijn, zonder aanhalingstekens</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): choose another file.</source>
        <translation>{file} kan niet worden gelezen ({reason}): kies een ander bestand.</translation>
    </message>
    <message>
        <source>{file} has no tags and no fields: choose a codebook that has some.</source>
        <translation>{file} heeft geen labels en geen velden: kies een codeboek dat die wel heeft.</translation>
    </message>
    <message>
        <source>{file} is empty: choose a codebook with tags and fields.</source>
        <translation>{file} is leeg: kies een codeboek met labels en velden.</translation>
    </message>
    <message>
        <source>{file} is too large to be a codebook: choose another file.</source>
        <translation>{file} is te groot voor een codeboek: kies een ander bestand.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not TOML ({reason}): correct it there.</source>
        <translation>{file}, regel {line}: dit is geen TOML ({reason}): verbeter het daar.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not UTF-8: save the file as UTF-8 text.</source>
        <translation>{file}, regel {line}: dit is geen UTF-8: bewaar het bestand als UTF-8-tekst.</translation>
    </message>
    <message>
        <source>{file}, {place}: a field of type {type} has no choices: remove them.</source>
        <translation>{file}, {place}: een veld van type {type} heeft geen keuzes: haal ze weg.</translation>
    </message>
    <message>
        <source>{file}, {place}: a field of type {type} needs choices: add them.</source>
        <translation>{file}, {place}: een veld van type {type} heeft keuzes nodig: voeg ze toe.</translation>
    </message>
    <message>
        <source>{file}, {place}: a group needs parts: add them, or change its type.</source>
        <translation>{file}, {place}: een groep heeft onderdelen nodig: voeg ze toe, of wijzig het type.</translation>
    </message>
    <message>
        <source>{file}, {place}: a part cannot be a group or have several values: give that to the group.</source>
        <translation>{file}, {place}: een onderdeel kan zelf geen groep zijn en geen meerdere waarden hebben: geef die aan de groep.</translation>
    </message>
    <message>
        <source>{file}, {place}: a part cannot be retired by itself: retire its group, or remove it.</source>
        <translation>{file}, {place}: een onderdeel kan niet op zichzelf vervallen: laat de groep vervallen, of haal het weg.</translation>
    </message>
    <message>
        <source>{file}, {place}: a pattern is for a field of type text, and one of {patterns}.</source>
        <translation>{file}, {place}: een patroon is voor een veld van type text, en is een van {patterns}.</translation>
    </message>
    <message>
        <source>{file}, {place}: it cannot have the role “{role}”: choose from {roles}.</source>
        <translation>{file}, {place}: de rol “{role}” past hier niet: kies uit {roles}.</translation>
    </message>
    <message>
        <source>{file}, {place}: it cannot have the role “{role}”: remove it.</source>
        <translation>{file}, {place}: de rol “{role}” past hier niet: haal die weg.</translation>
    </message>
    <message>
        <source>{file}, {place}: only a group has parts: remove them, or make it a group.</source>
        <translation>{file}, {place}: alleen een groep heeft onderdelen: haal ze weg, of maak er een groep van.</translation>
    </message>
    <message>
        <source>{file}, {place}: the choices “{first}” and “{second}” share a name: give one another name.</source>
        <translation>{file}, {place}: de keuzes “{first}” en “{second}” hebben dezelfde naam: geef er een een andere.</translation>
    </message>
    <message>
        <source>{file}, {place}: the id “{id}” may have only a to z, 0 to 9 and _.</source>
        <translation>{file}, {place}: de id “{id}” mag alleen a tot en met z, 0 tot en met 9 en _ hebben.</translation>
    </message>
    <message>
        <source>{file}, {place}: the name of the choice “{id}” has a semicolon: leave it out.</source>
        <translation>{file}, {place}: in de naam van de keuze “{id}” staat een puntkomma: laat die weg.</translation>
    </message>
    <message>
        <source>{file}, {place}: “{colour}” is not a colour: write # and six digits, as in #247d55.</source>
        <translation>{file}, {place}: “{colour}” is geen kleur: schrijf # en zes cijfers, zoals #247d55.</translation>
    </message>
    <message>
        <source>{file}, {place}: “{kind}” is not a kind of tag: write section or passage.</source>
        <translation>{file}, {place}: “{kind}” is geen soort label: schrijf section of passage.</translation>
    </message>
    <message>
        <source>{file}, {place}: “{type}” is not a type of field: choose from {types}.</source>
        <translation>{file}, {place}: “{type}” is geen veldtype: kies uit {types}.</translation>
    </message>
    <message>
        <source>{file}: the key “{key}” of the tag “{tag}” must be one letter from A to Z or one digit.</source>
        <translation>{file}: de toets “{key}” van het label “{tag}” moet één letter van A tot en met Z of één cijfer zijn.</translation>
    </message>
    <message>
        <source>{file}: the tag “{tag}” and its parent “{parent}” must be of one kind: section or passage.</source>
        <translation>{file}: het label “{tag}” en het label “{parent}” erboven moeten van één soort zijn: section of passage.</translation>
    </message>
    <message>
        <source>{file}: the tag “{tag}” has the key “{key}”, which the program itself uses: choose another.</source>
        <translation>{file}: het label “{tag}” heeft de toets “{key}”, die het programma zelf gebruikt: kies een andere.</translation>
    </message>
    <message>
        <source>{file}: the tag “{tag}” has the parent “{parent}”, which is not there: name another.</source>
        <translation>{file}: het label “{tag}” valt onder “{parent}”, dat er niet is: noem een ander.</translation>
    </message>
    <message>
        <source>{file}: the tag “{tag}” is for sections, which have no trigger phrases: remove them.</source>
        <translation>{file}: het label “{tag}” is voor secties, en die hebben geen signaalzinnen: haal ze weg.</translation>
    </message>
    <message>
        <source>{file}: the tag “{tag}” is its own parent by way of “{parent}”: name another parent.</source>
        <translation>{file}: het label “{tag}” valt via “{parent}” onder zichzelf: noem een ander label erboven.</translation>
    </message>
    <message>
        <source>{file}: the tags “{first}” and “{second}” both have the key {key}: give one of them another.</source>
        <translation>{file}: de labels “{first}” en “{second}” hebben allebei de toets {key}: geef er een een andere.</translation>
    </message>
    <message>
        <source>{file}: {place} holds {count:,} entries, more than {most:,}: leave some out.</source>
        <translation>{file}: {place} heeft {count:,} onderdelen, meer dan {most:,}: laat er een aantal weg.</translation>
    </message>
    <message>
        <source>{file}: “{first}” and “{second}” both have the role “{role}”: leave it to one of them.</source>
        <translation>{file}: “{first}” en “{second}” hebben allebei de rol “{role}”: laat die aan één van de twee.</translation>
    </message>
    <message>
        <source>{file}: “{id}” stands more than once in {place}: give one another id.</source>
        <translation>{file}: “{id}” staat meer dan eens in {place}: geef er een een andere id.</translation>
    </message>
    <message>
        <source>{first} (This codebook has {count:more fault|more faults}.)</source>
        <translation>{first} (Dit codeboek heeft nog {count:andere fout|andere fouten}.)</translation>
    </message>
    <message>
        <source>{place}: {what}.</source>
        <translation>{place}: {what}.</translation>
    </message>
</context>
<context>
    <name>CodebookController</name>
    <message>
        <source>Codebooks (*.toml *.qdc *.qdpx)</source>
        <translation>Codeboeken (*.toml *.qdc *.qdpx)</translation>
    </message>
    <message>
        <source>Codebooks (*.toml)</source>
        <translation>Codeboeken (*.toml)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>Het codeboek exporteren</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Eerste</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Een codeboek importeren</translation>
    </message>
    <message>
        <source>It is retired already; what carries it ({count:,}×) keeps it. M merges it with another.</source>
        <translation>Het is al vervallen; wat het draagt ({count:,}×), houdt het. Met M voeg je het samen met een ander.</translation>
    </message>
    <message>
        <source>Looking through the letters…</source>
        <translation>De brieven worden doorgenomen…</translation>
    </message>
    <message>
        <source>{count:was|were} double</source>
        <translation>{count:was|waren} dubbel</translation>
    </message>
    <message>
        <source>{places:place|places} in {letters:letter|letters}</source>
        <translation>{places:plaats|plaatsen} in {letters:brief|brieven}</translation>
    </message>
    <message>
        <source>“{name}” is a value in {count:letter|letters} and stays.</source>
        <translation>“{name}” is in {count:brief|brieven} ingevuld en blijft staan.</translation>
    </message>
</context>
<context>
    <name>CodebookEdit</name>
    <message>
        <source>A key is one letter from A to Z or one digit: press another.</source>
        <translation>Een toets is één letter van A tot Z of één cijfer: druk op een andere.</translation>
    </message>
    <message>
        <source>A name is needed in at least one language: type one.</source>
        <translation>Er is een naam nodig in ten minste één taal: typ er een.</translation>
    </message>
    <message>
        <source>A part of a group cannot be a group itself.</source>
        <translation>Een onderdeel van een groep kan zelf geen groep zijn.</translation>
    </message>
    <message>
        <source>A section tag and a passage tag do not go together: choose a tag of the same kind.</source>
        <translation>Een label voor secties en een voor passages gaan niet samen: kies een label van dezelfde soort.</translation>
    </message>
    <message>
        <source>Another choice is called “{name}” already: give this one another name.</source>
        <translation>Een andere keuze heet al “{name}”: geef deze een andere naam.</translation>
    </message>
    <message>
        <source>Another field is called “{name}” already: give this one another name.</source>
        <translation>Een ander veld heet al “{name}”: geef dit een andere naam.</translation>
    </message>
    <message>
        <source>Another tag is called “{name}” already: give this one another name.</source>
        <translation>Een ander label heet al “{name}”: geef dit een andere naam.</translation>
    </message>
    <message>
        <source>Only a tag for passages has trigger phrases.</source>
        <translation>Alleen een label voor passages heeft signaalzinnen.</translation>
    </message>
    <message>
        <source>The codebook was changed meanwhile: import {name} again to see what it would change now.</source>
        <translation>Het codeboek is intussen gewijzigd: importeer {name} opnieuw om te zien wat er nu zou veranderen.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the command “{name}”: press another.</source>
        <translation>De toets {key} hoort bij de opdracht “{name}”: druk op een andere.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the tag “{name}”: press another.</source>
        <translation>De toets {key} hoort bij het label “{name}”: druk op een andere.</translation>
    </message>
    <message>
        <source>The name of a choice has no semicolon, which stands between choices: leave it out.</source>
        <translation>De naam van een keuze heeft geen puntkomma, want die staat tussen keuzes: laat hem weg.</translation>
    </message>
    <message>
        <source>The tag “{name}” is in use ({count:,}×): retire it, or merge it with another tag.</source>
        <translation>Het label “{name}” is in gebruik ({count:,}×): laat het vervallen, of voeg het samen met een ander.</translation>
    </message>
    <message>
        <source>This entry was removed from the codebook meanwhile.</source>
        <translation>Dit onderdeel is intussen uit het codeboek verwijderd.</translation>
    </message>
    <message>
        <source>This is the last choice of “{name}”: add another one first, or change the field&apos;s type.</source>
        <translation>Dit is de laatste keuze van “{name}”: voeg eerst een andere toe, of kies een ander type.</translation>
    </message>
    <message>
        <source>This is the last entry: a codebook has at least one tag or field.</source>
        <translation>Dit is het laatste wat er staat: een codeboek heeft ten minste één label of veld.</translation>
    </message>
    <message>
        <source>This is the last part of “{name}”: add another one first, or delete the group.</source>
        <translation>Dit is het laatste onderdeel van “{name}”: voeg eerst een ander toe, of verwijder de groep.</translation>
    </message>
    <message>
        <source>{titles} and {more:other letter|other letters}</source>
        <translation>{titles} en nog {more:brief|brieven}</translation>
    </message>
    <message>
        <source>“{colour}” is not a colour: write # and six digits, as in #247d55.</source>
        <translation>“{colour}” is geen kleur: schrijf # en zes tekens, zoals #247d55.</translation>
    </message>
    <message>
        <source>“{field}” has {count:value|values} that would not fit, such as “{value}”, in {where}: change those first.</source>
        <translation>“{field}” heeft {count:waarde die niet zou|waarden die niet zouden} passen, zoals “{value}”, in {where}: wijzig die eerst.</translation>
    </message>
    <message>
        <source>“{name}” is for {role} already: take that from it first, or choose something else.</source>
        <translation>“{name}” is al voor {role}: haal dat daar eerst weg, of kies iets anders.</translation>
    </message>
    <message>
        <source>“{name}” lies under this tag already and cannot stand above it: choose another.</source>
        <translation>“{name}” staat al onder dit label en kan er niet boven staan: kies een ander.</translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Only a choice or a group has something below it: change the type first.</source>
        <translation>Alleen een keuze of een groep heeft iets onder zich: kies eerst een ander type.</translation>
    </message>
    <message>
        <source>Only tags can be merged.</source>
        <translation>Alleen labels kunnen worden samengevoegd.</translation>
    </message>
    <message>
        <source>Only tags lie under each other.</source>
        <translation>Alleen labels staan onder elkaar.</translation>
    </message>
    <message>
        <source>Tags and fields</source>
        <translation>Labels en velden</translation>
    </message>
    <message>
        <source>add</source>
        <translation>toevoegen</translation>
    </message>
    <message>
        <source>below it</source>
        <translation>eronder</translation>
    </message>
    <message>
        <source>delete or retire</source>
        <translation>verwijderen of laten vervallen</translation>
    </message>
    <message>
        <source>id {id}</source>
        <translation>id {id}</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>samenvoegen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>nest</source>
        <translation>inspringen</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>alleen lezen</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>hernoemen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>ongedaan maken</translation>
    </message>
    <message>
        <source>used {count:,}×</source>
        <translation>{count:,}× gebruikt</translation>
    </message>
    <message>
        <source>{tags:tag|tags} · {fields:field|fields}</source>
        <translation>{tags:label|labels} · {fields:veld|velden}</translation>
    </message>
</context>
<context>
    <name>CodebookEntries</name>
    <message>
        <source>Fields of the form</source>
        <translation>Velden van het formulier</translation>
    </message>
    <message>
        <source>Passage tags</source>
        <translation>Labels voor passages</translation>
    </message>
    <message>
        <source>Section tags</source>
        <translation>Labels voor secties</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>vervallen</translation>
    </message>
    <message>
        <source>used {count:time|times}</source>
        <translation>{count:keer|keer} gebruikt</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source># and six digits, as in #247d55</source>
        <translation># en zes tekens, zoals #247d55</translation>
    </message>
    <message>
        <source>Colour in the dark window</source>
        <translation>Kleur in het donkere venster</translation>
    </message>
    <message>
        <source>Colour in the light window</source>
        <translation>Kleur in het lichte venster</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Not everybody can tell it from the colour of “{name}”.</source>
        <translation>Niet iedereen kan deze kleur onderscheiden van die van “{name}”.</translation>
    </message>
    <message>
        <source>The dark window&apos;s colour is hard to see on dark paper: choose a lighter one.</source>
        <translation>De donkere kleur is slecht te zien op donker papier: kies een lichtere.</translation>
    </message>
    <message>
        <source>The light window&apos;s colour is hard to see on white paper: choose a darker one.</source>
        <translation>De lichte kleur is slecht te zien op wit papier: kies een donkerdere.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>A better scan, or the text of a better OCR program; what was done so far stays.</source>
        <translation>Een betere scan, of de tekst van een beter OCR-programma; wat er al gedaan is, blijft.</translation>
    </message>
    <message>
        <source>A row for each letter, a column for each field: check, sort, correct, confirm many at once.</source>
        <translation>Een rij per brief, een kolom per veld: nakijken, sorteren, verbeteren, veel tegelijk bevestigen.</translation>
    </message>
    <message>
        <source>A section starts at this line already.</source>
        <translation>Op deze regel begint al een sectie.</translation>
    </message>
    <message>
        <source>About Kanttekening</source>
        <translation>Over Kanttekening</translation>
    </message>
    <message>
        <source>Accept everywhere in the project, with preview</source>
        <translation>Overal in het project overnemen, met voorbeeld</translation>
    </message>
    <message>
        <source>Accept for every same reading in this letter</source>
        <translation>Overnemen voor elke gelijke lezing in deze brief</translation>
    </message>
    <message>
        <source>Accept the first suggestion</source>
        <translation>De eerste suggestie overnemen</translation>
    </message>
    <message>
        <source>Accept what the field holds</source>
        <translation>Overnemen wat in het veld staat</translation>
    </message>
    <message>
        <source>Again on the same words: no heading.</source>
        <translation>Nog eens op dezelfde woorden: geen kop.</translation>
    </message>
    <message>
        <source>All letters in a folder and the folders in it; what is there already is left alone.</source>
        <translation>Alle brieven in een map en de mappen daarin; wat er al is, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Always right: into the project&apos;s words</source>
        <translation>Klopt altijd: bij de woorden van het project</translation>
    </message>
    <message>
        <source>At the caret&apos;s line; a line that looks like a heading becomes it.</source>
        <translation>Op de regel van de cursor; lijkt die op een kop, dan wordt dat de kop.</translation>
    </message>
    <message>
        <source>Back to the letter, exactly as it was</source>
        <translation>Terug naar de brief, precies zoals die was</translation>
    </message>
    <message>
        <source>Bigger page images</source>
        <translation>Grotere paginabeelden</translation>
    </message>
    <message>
        <source>Bigger text</source>
        <translation>Tekst groter</translation>
    </message>
    <message>
        <source>By tag, with the text around each; filter, save as CSV, go to the place.</source>
        <translation>Per label, met de tekst eromheen; filteren, bewaren als CSV, naar de plaats gaan.</translation>
    </message>
    <message>
        <source>By title, source, date or dossier number; the last ones first.</source>
        <translation>Op titel, bronbestand, datum of dossiernummer; de laatste eerst.</translation>
    </message>
    <message>
        <source>Choose a layout…</source>
        <translation>Een indeling van het venster kiezen…</translation>
    </message>
    <message>
        <source>Choose a suggestion</source>
        <translation>Suggestie kiezen</translation>
    </message>
    <message>
        <source>Choose a suggestion by its number</source>
        <translation>Een suggestie kiezen met het nummer</translation>
    </message>
    <message>
        <source>Choose the field before</source>
        <translation>Vorig veld kiezen</translation>
    </message>
    <message>
        <source>Choose the next field</source>
        <translation>Volgend veld kiezen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Project sluiten</translation>
    </message>
    <message>
        <source>Codebook…</source>
        <translation>Codeboek…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Opdrachtenpalet…</translation>
    </message>
    <message>
        <source>Confirm all of this kind</source>
        <translation>Alles van deze soort bevestigen</translation>
    </message>
    <message>
        <source>Confirm the proposal</source>
        <translation>Voorstel bevestigen</translation>
    </message>
    <message>
        <source>Confirm the whole form</source>
        <translation>Het hele formulier bevestigen</translation>
    </message>
    <message>
        <source>Confirm the whole outline</source>
        <translation>De hele indeling bevestigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Correct all ticked places as one step, go to the next word</source>
        <translation>Alle aangevinkte plaatsen in één stap corrigeren, naar het volgende woord</translation>
    </message>
    <message>
        <source>Correct all words of which the program is sure</source>
        <translation>Alle woorden corrigeren waarvan het programma zeker is</translation>
    </message>
    <message>
        <source>Correct this word or selection</source>
        <translation>Dit woord of deze selectie corrigeren</translation>
    </message>
    <message>
        <source>Ctrl and the wheel do it too, where the mouse is.</source>
        <translation>Ctrl met het muiswiel doet het ook, op de plaats van de muis.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knippen</translation>
    </message>
    <message>
        <source>Do again what was undone.</source>
        <translation>Voert opnieuw uit wat ongedaan is gemaakt.</translation>
    </message>
    <message>
        <source>Documents, tables, files for other programs: of this letter, of some, or of all.</source>
        <translation>Documenten, tabellen, bestanden voor andere programma&apos;s: van deze brief, van enkele of van alle.</translation>
    </message>
    <message>
        <source>Done again: {label}</source>
        <translation>Opnieuw uitgevoerd: {label}</translation>
    </message>
    <message>
        <source>Done, next letter</source>
        <translation>Klaar, volgende brief</translation>
    </message>
    <message>
        <source>Each press takes the next of the three.</source>
        <translation>Elke keer dat je drukt, komt de volgende van de drie.</translation>
    </message>
    <message>
        <source>Editing mode</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Esc comes back to the letter.</source>
        <translation>Esc gaat terug naar de brief.</translation>
    </message>
    <message>
        <source>Every command, tag, letter and setting, by a few letters of it.</source>
        <translation>Elke opdracht, elk label, elke brief en elke instelling, met een paar letters ervan.</translation>
    </message>
    <message>
        <source>Every doubtful reading of the project once: one key corrects all its places.</source>
        <translation>Elke twijfelachtige lezing van het project één keer: één toets corrigeert alle plaatsen.</translation>
    </message>
    <message>
        <source>Export the codebook…</source>
        <translation>Het codeboek exporteren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>F3 and Shift+F3 go from hit to hit while the bar is open; Esc closes it.</source>
        <translation>F3 en Shift+F3 gaan van treffer naar treffer zolang de balk open is; Esc sluit hem.</translation>
    </message>
    <message>
        <source>Files with letters; they can be dropped on the window too.</source>
        <translation>Bestanden met brieven; ze mogen ook op het venster worden gesleept.</translation>
    </message>
    <message>
        <source>Filter by tag, field or what is left…</source>
        <translation>Filteren op label, veld of wat er nog te doen is…</translation>
    </message>
    <message>
        <source>Filter the letters</source>
        <translation>Brieven filteren</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Woorden filteren</translation>
    </message>
    <message>
        <source>Find duplicate letters…</source>
        <translation>Dubbele brieven zoeken…</translation>
    </message>
    <message>
        <source>Find in this letter…</source>
        <translation>Zoeken in deze brief…</translation>
    </message>
    <message>
        <source>Focus layout: the letter alone</source>
        <translation>Rustig beeld: alleen de brief</translation>
    </message>
    <message>
        <source>From a TOML file; shows first what it would change.</source>
        <translation>Uit een TOML-bestand; laat eerst zien wat er zou veranderen.</translation>
    </message>
    <message>
        <source>Go through words</source>
        <translation>Woorden nalopen</translation>
    </message>
    <message>
        <source>Go to a letter…</source>
        <translation>Naar een brief…</translation>
    </message>
    <message>
        <source>Go to a line or page…</source>
        <translation>Naar een regel of pagina…</translation>
    </message>
    <message>
        <source>Go to the evidence of the chosen field</source>
        <translation>Naar de vindplaats van het gekozen veld</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>Selectie vergroten</translation>
    </message>
    <message>
        <source>Heading: this line or selection</source>
        <translation>Kop: deze regel of selectie</translation>
    </message>
    <message>
        <source>Hide the page images</source>
        <translation>Paginabeelden verbergen</translation>
    </message>
    <message>
        <source>Import a codebook…</source>
        <translation>Een codeboek importeren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Map importeren…</translation>
    </message>
    <message>
        <source>Import letters…</source>
        <translation>Brieven importeren…</translation>
    </message>
    <message>
        <source>In the list of letters F2 does it.</source>
        <translation>In de brievenlijst met F2.</translation>
    </message>
    <message>
        <source>In this letter, in those of the list, or in all: one step, tags stay.</source>
        <translation>In deze brief, in die van de lijst of in alle: één stap, labels blijven staan.</translation>
    </message>
    <message>
        <source>It is not proposed again; then go to the next.</source>
        <translation>Het wordt niet opnieuw voorgesteld; daarna naar het volgende.</translation>
    </message>
    <message>
        <source>Keys that work here</source>
        <translation>Toetsen die hier werken</translation>
    </message>
    <message>
        <source>Leave it for now, go on</source>
        <translation>Voorlopig overslaan, verder</translation>
    </message>
    <message>
        <source>Leave the word for later, go on</source>
        <translation>Woord voor later bewaren, verder</translation>
    </message>
    <message>
        <source>Letters with the same text, or nearly, in groups: side by side, to remove some or keep both.</source>
        <translation>Brieven met dezelfde tekst, of bijna, in groepen naast elkaar: verwijder er een aantal, of houd beide.</translation>
    </message>
    <message>
        <source>Letters, corrections, tags, fields, analysts, days, as charts that can be saved.</source>
        <translation>Brieven, correcties, labels, velden, analisten, dagen, als grafieken die kunnen worden bewaard.</translation>
    </message>
    <message>
        <source>Look at the letters that are not known yet, or stop</source>
        <translation>De brieven bekijken die nog niet bekeken zijn, of stoppen</translation>
    </message>
    <message>
        <source>Lower the section&apos;s level</source>
        <translation>Sectie een niveau lager</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Merge with the section before</source>
        <translation>Met de vorige sectie samenvoegen</translation>
    </message>
    <message>
        <source>Most frequent or surest first</source>
        <translation>Vaakst voorkomend of zekerst eerst</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nieuw project…</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>Volgende brief</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volgend paneel</translation>
    </message>
    <message>
        <source>Next paragraph or heading</source>
        <translation>Volgende alinea of kop</translation>
    </message>
    <message>
        <source>Next passage under the caret</source>
        <translation>Volgende passage onder de cursor</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Volgende sectie</translation>
    </message>
    <message>
        <source>Next suspect</source>
        <translation>Volgend twijfelgeval</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale tekstgrootte</translation>
    </message>
    <message>
        <source>Not in the letter</source>
        <translation>Niet in de brief</translation>
    </message>
    <message>
        <source>Note and status of the letter</source>
        <translation>Notitie en status van de brief</translation>
    </message>
    <message>
        <source>Nothing is proposed here now.</source>
        <translation>Hier is nu niets voorgesteld.</translation>
    </message>
    <message>
        <source>Nothing is selected that could shrink.</source>
        <translation>Er is niets geselecteerd dat kleiner kan.</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <translation>Er is niets om opnieuw uit te voeren.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Er is niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Project openen…</translation>
    </message>
    <message>
        <source>Open the folder of the last export</source>
        <translation>Map van de laatste export openen</translation>
    </message>
    <message>
        <source>Open the letter at this place</source>
        <translation>De brief op deze plaats openen</translation>
    </message>
    <message>
        <source>Open the sample letters</source>
        <translation>Voorbeeldbrieven openen</translation>
    </message>
    <message>
        <source>Opens at what you have before you. Esc comes back.</source>
        <translation>Opent bij wat je voor je hebt. Met Esc ga je terug.</translation>
    </message>
    <message>
        <source>Opens the correction box on it.</source>
        <translation>Opent daar het correctievenster.</translation>
    </message>
    <message>
        <source>Opens the correction box; a double click does too.</source>
        <translation>Opent het correctievenster; dubbelklikken doet dat ook.</translation>
    </message>
    <message>
        <source>Page images follow the text, or stay</source>
        <translation>Paginabeelden volgen de tekst, of blijven staan</translation>
    </message>
    <message>
        <source>Page images: as wide as the page</source>
        <translation>Paginabeelden: zo breed als de pagina</translation>
    </message>
    <message>
        <source>Page images: as wide as their lines</source>
        <translation>Paginabeelden: zo breed als de regels</translation>
    </message>
    <message>
        <source>Page images: beside, above or hidden</source>
        <translation>Paginabeelden: ernaast, erboven of verborgen</translation>
    </message>
    <message>
        <source>Page images: the whole page</source>
        <translation>Paginabeelden: de hele pagina</translation>
    </message>
    <message>
        <source>Pages that another program read, from their pictures: the text stays, suspects are found.</source>
        <translation>Pagina&apos;s die een ander programma las, opnieuw vanaf hun beeld: de tekst blijft, er komen twijfelgevallen bij.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Point to the evidence</source>
        <translation>Vindplaats aanwijzen</translation>
    </message>
    <message>
        <source>Previous letter</source>
        <translation>Vorige brief</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorig paneel</translation>
    </message>
    <message>
        <source>Previous paragraph or heading</source>
        <translation>Vorige alinea of kop</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>Vorige sectie</translation>
    </message>
    <message>
        <source>Previous suspect</source>
        <translation>Vorig twijfelgeval</translation>
    </message>
    <message>
        <source>Propose for all letters…</source>
        <translation>Voorstellen voor alle brieven…</translation>
    </message>
    <message>
        <source>Put the selection into the chosen field</source>
        <translation>Selectie in het gekozen veld zetten</translation>
    </message>
    <message>
        <source>Puts the side panes away, and makes text and page as large as they go; again: back.</source>
        <translation>Verbergt de zijpanelen en maakt tekst en pagina zo groot mogelijk; nog eens: terug.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Quote, title, dossier number, page.</source>
        <translation>Citaat, titel, dossiernummer, pagina.</translation>
    </message>
    <message>
        <source>Raise the section&apos;s level</source>
        <translation>Sectie een niveau hoger</translation>
    </message>
    <message>
        <source>Read anew from a file…</source>
        <translation>Opnieuw lezen uit een bestand…</translation>
    </message>
    <message>
        <source>Read scans a second time…</source>
        <translation>Scans een tweede keer lezen…</translation>
    </message>
    <message>
        <source>Readings of this letter…</source>
        <translation>Lezingen van deze brief…</translation>
    </message>
    <message>
        <source>Recognise anew…</source>
        <translation>Opnieuw herkennen…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Remove letters…</source>
        <translation>Brieven verwijderen…</translation>
    </message>
    <message>
        <source>Remove this passage</source>
        <translation>Deze passage verwijderen</translation>
    </message>
    <message>
        <source>Rename the letter…</source>
        <translation>Brief hernoemen…</translation>
    </message>
    <message>
        <source>Replace, with preview…</source>
        <translation>Vervangen, met voorbeeld…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Back-up terugzetten…</translation>
    </message>
    <message>
        <source>Right as it stands, at all ticked places</source>
        <translation>Het klopt zo, op alle aangevinkte plaatsen</translation>
    </message>
    <message>
        <source>Right here as it stands</source>
        <translation>Het klopt hier zo</translation>
    </message>
    <message>
        <source>Save a copy of the project…</source>
        <translation>Kopie van het project bewaren…</translation>
    </message>
    <message>
        <source>Save the layout as…</source>
        <translation>Vensterindeling bewaren als…</translation>
    </message>
    <message>
        <source>Say since when all is saved</source>
        <translation>Zeggen sinds wanneer alles is bewaard</translation>
    </message>
    <message>
        <source>Search in the project…</source>
        <translation>Zoeken in het project…</translation>
    </message>
    <message>
        <source>Section, paragraph, sentence, word.</source>
        <translation>Sectie, alinea, zin, woord.</translation>
    </message>
    <message>
        <source>Sections, form and passages, for every letter without proposals for its present text.</source>
        <translation>Secties, formulier en passages, voor elke brief waarvoor bij de huidige tekst nog niets is voorgesteld.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Select the words that prove the value first.</source>
        <translation>Selecteer eerst de woorden waaruit de waarde blijkt.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Shown as the system shows folders.</source>
        <translation>Zoals het systeem mappen laat zien.</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>Selectie verkleinen</translation>
    </message>
    <message>
        <source>Smaller page images</source>
        <translation>Kleinere paginabeelden</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Tekst kleiner</translation>
    </message>
    <message>
        <source>Start a section here</source>
        <translation>Hier een sectie beginnen</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistieken…</translation>
    </message>
    <message>
        <source>Status: done</source>
        <translation>Status: klaar</translation>
    </message>
    <message>
        <source>Status: in progress</source>
        <translation>Status: bezig</translation>
    </message>
    <message>
        <source>Status: needs a second look</source>
        <translation>Status: tweede blik nodig</translation>
    </message>
    <message>
        <source>Status: to do</source>
        <translation>Status: te doen</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>Lopend werk stoppen</translation>
    </message>
    <message>
        <source>Table of all letters…</source>
        <translation>Tabel van alle brieven…</translation>
    </message>
    <message>
        <source>Table of all passages…</source>
        <translation>Tabel van alle passages…</translation>
    </message>
    <message>
        <source>Tags and fields: add, change, order, merge, retire.</source>
        <translation>Labels en velden: toevoegen, wijzigen, ordenen, samenvoegen, laten vervallen.</translation>
    </message>
    <message>
        <source>The first section cannot be turned down: give it another tag instead.</source>
        <translation>De eerste sectie kan niet worden afgewezen: geef haar een ander label.</translation>
    </message>
    <message>
        <source>The letter does not have what the chosen field asks for. Again: take that back.</source>
        <translation>In de brief staat niet wat het gekozen veld vraagt. Nog eens: ongedaan maken.</translation>
    </message>
    <message>
        <source>The letter goes no further this way.</source>
        <translation>Verder gaat de brief deze kant niet op.</translation>
    </message>
    <message>
        <source>The letters chosen in the list, or the one that is open; it asks first. Delete in the list.</source>
        <translation>De brieven die in de lijst zijn gekozen, of anders de geopende brief; er wordt eerst om bevestiging gevraagd. In de lijst met Delete.</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Volgende pagina</translation>
    </message>
    <message>
        <source>The one that is selected or at the caret; then go to the next.</source>
        <translation>Het voorstel dat geselecteerd is of bij de cursor staat; daarna naar het volgende.</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Vorige pagina</translation>
    </message>
    <message>
        <source>The program itself reads the pages anew, of this letter or of many; what was done so far stays.</source>
        <translation>Het programma leest de pagina&apos;s zelf opnieuw, van deze brief of van veel brieven; wat er al gedaan is, blijft.</translation>
    </message>
    <message>
        <source>The project as it was; you see first what comes back and what goes.</source>
        <translation>Het project zoals het was; eerst zie je wat terugkomt en wat verdwijnt.</translation>
    </message>
    <message>
        <source>The search and replacing can keep to the filtered letters.</source>
        <translation>Zoeken en vervangen kunnen zich tot de gefilterde brieven beperken.</translation>
    </message>
    <message>
        <source>The selected words become the evidence of the chosen field; its value stays as it is.</source>
        <translation>De geselecteerde woorden worden de vindplaats van het gekozen veld; de waarde blijft zoals zij is.</translation>
    </message>
    <message>
        <source>The selection cannot grow beyond the section.</source>
        <translation>De selectie kan niet groter dan de sectie.</translation>
    </message>
    <message>
        <source>The tag goes, the text stays. Never a section or a value.</source>
        <translation>Het label gaat weg, de tekst blijft. Nooit een sectie of een waarde.</translation>
    </message>
    <message>
        <source>The usual layout</source>
        <translation>Gewone vensterindeling</translation>
    </message>
    <message>
        <source>The whole outline, the whole form, or all passages: what the proposal at hand is of.</source>
        <translation>De hele indeling, het hele formulier of alle passages: waar het voorstel bij de cursor toe hoort.</translation>
    </message>
    <message>
        <source>The words become the field&apos;s value, linked to this place; then the next empty field is chosen.</source>
        <translation>De woorden worden de waarde van het veld, met deze plaats als vindplaats; daarna is het volgende lege veld gekozen.</translation>
    </message>
    <message>
        <source>The work that shows above the bottom line how far it is: an import, a search.</source>
        <translation>Het werk dat boven de onderste regel laat zien hoe ver het is: een import, een zoekopdracht.</translation>
    </message>
    <message>
        <source>There are no words here that could be a heading.</source>
        <translation>Hier staan geen woorden die een kop kunnen zijn.</translation>
    </message>
    <message>
        <source>There is no passage at the caret.</source>
        <translation>Er is geen passage bij de cursor.</translation>
    </message>
    <message>
        <source>There is no section before this one.</source>
        <translation>Hiervoor staat geen sectie.</translation>
    </message>
    <message>
        <source>There is no section behind this one.</source>
        <translation>Hierachter staat geen sectie.</translation>
    </message>
    <message>
        <source>There is no word here to tag: select a passage first.</source>
        <translation>Hier staat geen woord om te labelen: selecteer eerst een passage.</translation>
    </message>
    <message>
        <source>There is nothing to save: everything is saved by itself.</source>
        <translation>Je hoeft niets te bewaren: alles wordt vanzelf bewaard.</translation>
    </message>
    <message>
        <source>These words are the evidence of {field} already.</source>
        <translation>Deze woorden zijn al de vindplaats van {field}.</translation>
    </message>
    <message>
        <source>This is the first section: there is none before it.</source>
        <translation>Dit is de eerste sectie: er staat geen sectie voor.</translation>
    </message>
    <message>
        <source>This passage has that tag already. Delete removes it.</source>
        <translation>Deze passage heeft dat label al. Delete haalt het weg.</translation>
    </message>
    <message>
        <source>This section has that tag already.</source>
        <translation>Deze sectie heeft dat label al.</translation>
    </message>
    <message>
        <source>This section has the highest level already.</source>
        <translation>Deze sectie heeft al het hoogste niveau.</translation>
    </message>
    <message>
        <source>This section has the lowest level already.</source>
        <translation>Deze sectie heeft al het laagste niveau.</translation>
    </message>
    <message>
        <source>Tick this place or not; all places</source>
        <translation>Deze plaats aan of uit; alle plaatsen</translation>
    </message>
    <message>
        <source>To a TOML file, with what each entry means.</source>
        <translation>Naar een TOML-bestand, met uitleg bij elk onderdeel.</translation>
    </message>
    <message>
        <source>To the places; back to the words</source>
        <translation>Naar de plaatsen; terug naar de woorden</translation>
    </message>
    <message>
        <source>Turn the proposal down</source>
        <translation>Voorstel afwijzen</translation>
    </message>
    <message>
        <source>Type another reading</source>
        <translation>Een andere lezing typen</translation>
    </message>
    <message>
        <source>Type freely in the letter; Esc goes back to reading.</source>
        <translation>Vrij typen in de brief; Esc gaat terug naar lezen.</translation>
    </message>
    <message>
        <source>Type in the chosen field</source>
        <translation>In het gekozen veld typen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undo the last acceptance and go back to it</source>
        <translation>Laatste overname ongedaan maken en ernaartoe gaan</translation>
    </message>
    <message>
        <source>Undo the last change: text, tag, section or form. It works across a restart.</source>
        <translation>Maakt de laatste wijziging ongedaan: tekst, label, sectie of formulier. Werkt ook na opnieuw starten.</translation>
    </message>
    <message>
        <source>Undo the last decision and go back to it</source>
        <translation>Laatste beslissing ongedaan maken en ernaartoe gaan</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Ongedaan gemaakt: {label}</translation>
    </message>
    <message>
        <source>What the OCR reads for what in this project, and its own words; export, take over, begin anew.</source>
        <translation>Wat de OCR in dit project waarvoor leest, en de eigen woorden; exporteren, overnemen, opnieuw beginnen.</translation>
    </message>
    <message>
        <source>What the letter was read from before; you can go back to it.</source>
        <translation>Waaruit de brief eerder is gelezen; je kunt ernaar terug.</translation>
    </message>
    <message>
        <source>What was learnt…</source>
        <translation>Wat geleerd is…</translation>
    </message>
    <message>
        <source>Where passages overlap, each in turn.</source>
        <translation>Waar passages overlappen, om de beurt.</translation>
    </message>
    <message>
        <source>Who works, language, colours, text size, backups, keys.</source>
        <translation>Wie er werkt, taal, kleuren, tekstgrootte, back-ups, toetsen.</translation>
    </message>
    <message>
        <source>Word, what stands in brackets, sentence, paragraph, section.</source>
        <translation>Woord, wat tussen haakjes staat, zin, alinea, sectie.</translation>
    </message>
    <message>
        <source>Words, “phrases”, begin*, -without; F3 and Shift+F3 go from hit to hit.</source>
        <translation>Woorden, “zinsdelen”, begin*, -zonder; F3 en Shift+F3 gaan van treffer naar treffer.</translation>
    </message>
    <message>
        <source>{field} has no value yet: put the words into it first.</source>
        <translation>{field} heeft nog geen waarde: zet eerst de woorden erin.</translation>
    </message>
    <message>
        <source>{label}: {places:place|places} in {letters:other letter|other letters}. Press again to do it.</source>
        <translation>{label}: {places:plaats|plaatsen} in {letters:andere brief|andere brieven}. Druk nog eens om het te doen.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>All again</source>
        <translation>Weer alle</translation>
    </message>
    <message>
        <source>Not in the letter</source>
        <translation>Niet in de brief</translation>
    </message>
    <message>
        <source>What it holds; leave it empty for any value</source>
        <translation>Wat erin staat; laat het leeg voor elke waarde</translation>
    </message>
    <message>
        <source>With the field</source>
        <translation>Met het veld</translation>
    </message>
    <message>
        <source>With the tag</source>
        <translation>Met het label</translation>
    </message>
    <message>
        <source>changed by {name}</source>
        <translation>gewijzigd door {name}</translation>
    </message>
    <message>
        <source>changed {days}</source>
        <translation>gewijzigd {days}</translation>
    </message>
    <message>
        <source>done by {name}</source>
        <translation>klaar gemeld door {name}</translation>
    </message>
    <message>
        <source>done {days}</source>
        <translation>klaar {days}</translation>
    </message>
    <message>
        <source>not in the letter</source>
        <translation>niet in de brief</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>nog niet bekeken</translation>
    </message>
    <message>
        <source>suspects left</source>
        <translation>twijfelgevallen over</translation>
    </message>
    <message>
        <source>without text</source>
        <translation>zonder tekst</translation>
    </message>
    <message>
        <source>{condition}: take away</source>
        <translation>{condition}: weghalen</translation>
    </message>
    <message>
        <source>{field} filled</source>
        <translation>{field} ingevuld</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Rustig beeld</translation>
    </message>
</context>
<context>
    <name>CorrectionBox</name>
    <message>
        <source>Accept</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Corrected text</source>
        <translation>Gecorrigeerde tekst</translation>
    </message>
    <message>
        <source>Correction box</source>
        <translation>Correctievenster</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>overnemen</translation>
    </message>
    <message>
        <source>accept, go on to the next</source>
        <translation>overnemen, naar het volgende</translation>
    </message>
    <message>
        <source>always right</source>
        <translation>klopt altijd</translation>
    </message>
    <message>
        <source>close</source>
        <translation>sluiten</translation>
    </message>
    <message>
        <source>empty: Enter takes the text out</source>
        <translation>leeg: Enter haalt de tekst weg</translation>
    </message>
    <message>
        <source>everywhere…</source>
        <translation>overal…</translation>
    </message>
    <message>
        <source>leave as it stands</source>
        <translation>laten staan</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>right as it stands</source>
        <translation>het klopt zo</translation>
    </message>
    <message>
        <source>{count:,}× in this letter</source>
        <translation>{count:,}× in deze brief</translation>
    </message>
</context>
<context>
    <name>CorrectionKinds</name>
    <message>
        <source>Broken words</source>
        <translation>Afgebroken woorden</translation>
    </message>
    <message>
        <source>Footnote marks, stray signs</source>
        <translation>Nootcijfers, losse tekens</translation>
    </message>
    <message>
        <source>Line and paragraph breaks</source>
        <translation>Regel- en alinea-einden</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaties</translation>
    </message>
    <message>
        <source>Typing slips</source>
        <translation>Tikfouten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>afgebroken</translation>
    </message>
    <message>
        <source>broken word</source>
        <translation>afgebroken woord</translation>
    </message>
    <message>
        <source>line break</source>
        <translation>regeleinde</translation>
    </message>
    <message>
        <source>line breaks</source>
        <translation>regeleinden</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>teken</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>misgelezen</translation>
    </message>
    <message>
        <source>notes and signs</source>
        <translation>noten en tekens</translation>
    </message>
    <message>
        <source>other</source>
        <translation>overig</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spatie</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>spaties</translation>
    </message>
    <message>
        <source>typing slip</source>
        <translation>tikfout</translation>
    </message>
    <message>
        <source>word</source>
        <translation>woord</translation>
    </message>
    <message>
        <source>written so?</source>
        <translation>zo geschreven?</translation>
    </message>
</context>
<context>
    <name>CorrectionsPanel</name>
    <message>
        <source>Corrections</source>
        <translation>Correcties</translation>
    </message>
    <message>
        <source>No corrections yet: {key} goes to the first suspect.</source>
        <translation>Nog geen correcties: {key} gaat naar het eerste twijfelgeval.</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>regel {n}</translation>
    </message>
    <message>
        <source>restores the OCR&apos;s reading</source>
        <translation>zet de OCR-lezing terug</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{n:,} · {key} undoes</source>
        <translation>{n:,} · {key} maakt ongedaan</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>Afwijzen</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>DuplicatesController</name>
    <message>
        <source>Comparing the letters…</source>
        <translation>Brieven worden vergeleken…</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>%Ln group(s) of letters that are alike</source>
        <translation>
            <numerusform>%Ln groep brieven die op elkaar lijken</numerusform>
            <numerusform>%Ln groepen brieven die op elkaar lijken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln brief</numerusform>
            <numerusform>%Ln brieven</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Duplicate letters</source>
        <translation>Dubbele brieven</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide houden</translation>
    </message>
    <message>
        <source>Keep only the left one…</source>
        <translation>Alleen de linker houden…</translation>
    </message>
    <message>
        <source>Letters that are alike, in groups</source>
        <translation>Brieven die op elkaar lijken, in groepen</translation>
    </message>
    <message>
        <source>No two letters are alike.</source>
        <translation>Geen twee brieven lijken op elkaar.</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>Niet dubbel</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>De brief openen</translation>
    </message>
    <message>
        <source>Remove all other letters of the group.</source>
        <translation>Alle andere brieven van de groep verwijderen.</translation>
    </message>
    <message>
        <source>Remove the left one…</source>
        <translation>Linker verwijderen…</translation>
    </message>
    <message>
        <source>Remove the right one…</source>
        <translation>Rechter verwijderen…</translation>
    </message>
    <message>
        <source>Remove this letter…</source>
        <translation>Deze brief verwijderen…</translation>
    </message>
    <message>
        <source>The same words, or nearly: what only one of the two has is marked.</source>
        <translation>Dezelfde woorden, of bijna: wat in maar één van de twee staat, is gemarkeerd.</translation>
    </message>
    <message>
        <source>{count:letter|letters}</source>
        <translation>{count:brief|brieven}</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Name, {language}</source>
        <translation>Naam, {language}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Accessible PDF for reading (PDF/UA)</source>
        <translation>Toegankelijke pdf om te lezen (PDF/UA)</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Waardering</translation>
    </message>
    <message>
        <source>Archive: source and text with MDTO metadata</source>
        <translation>Archief: bron en tekst met MDTO-metagegevens</translation>
    </message>
    <message>
        <source>Corrected text, lines as on paper</source>
        <translation>Gecorrigeerde tekst, regels zoals op papier</translation>
    </message>
    <message>
        <source>Corrected text, paragraphs reflowed</source>
        <translation>Gecorrigeerde tekst, doorlopende alinea&apos;s</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcties</translation>
    </message>
    <message>
        <source>Data set (Parquet)</source>
        <translation>Dataset (Parquet)</translation>
    </message>
    <message>
        <source>Description for the Woo index (DiWoo)</source>
        <translation>Beschrijving voor de Woo-index (DiWoo)</translation>
    </message>
    <message>
        <source>Edition with both readings (TEI)</source>
        <translation>Editie met beide lezingen (TEI)</translation>
    </message>
    <message>
        <source>Everything about each letter (JSON)</source>
        <translation>Alles over elke brief (JSON)</translation>
    </message>
    <message>
        <source>Everything for keeping, with checksums (BagIt)</source>
        <translation>Alles om te bewaren, met controlegetallen (BagIt)</translation>
    </message>
    <message>
        <source>Files in {folder} cannot be written, for want of rights or because one is open elsewhere: nothing was exported. Choose another folder, or close them.</source>
        <translation>In {folder} kunnen geen bestanden worden geschreven: de rechten ontbreken of er is elders een open. Er is niets geëxporteerd. Kies een andere map, of sluit ze.</translation>
    </message>
    <message>
        <source>For ATLAS.ti, NVivo, MAXQDA, QualCoder: texts, codes, passages, sections, notes, values.</source>
        <translation>Voor ATLAS.ti, NVivo, MAXQDA, QualCoder: teksten, codes, passages, secties, notities, waarden.</translation>
    </message>
    <message>
        <source>For ATLAS.ti, NVivo, MAXQDA, QualCoder: the codebook&apos;s tags alone.</source>
        <translation>Voor ATLAS.ti, NVivo, MAXQDA, QualCoder: alleen de labels van het codeboek.</translation>
    </message>
    <message>
        <source>For DuckDB, pandas and Spark: the tables of a bulk run, to be asked with SQL.</source>
        <translation>Voor DuckDB, pandas en Spark: de tabellen van een bulkrun, om met SQL te bevragen.</translation>
    </message>
    <message>
        <source>For Dutch archives: each letter&apos;s files, checksums and description by MDTO 1.0.1.</source>
        <translation>Voor Nederlandse archieven: de bestanden van elke brief met controlegetallen en beschrijving volgens MDTO 1.0.1.</translation>
    </message>
    <message>
        <source>For Excel and Calc: six sheets with filters, real dates and numbers.</source>
        <translation>Voor Excel en Calc: zes bladen met filters, echte datums en getallen.</translation>
    </message>
    <message>
        <source>For INCEpTION and UIMA: words, sentences, sections, passages, values.</source>
        <translation>Voor INCEpTION en UIMA: woorden, zinnen, secties, passages, waarden.</translation>
    </message>
    <message>
        <source>For OCR programs: the corrected words at their places on the pages.</source>
        <translation>Voor OCR-programma&apos;s: de gecorrigeerde woorden op hun plaats op de pagina&apos;s.</translation>
    </message>
    <message>
        <source>For R, SPSS, Stata and Python: a file for each kind of thing, with commas.</source>
        <translation>Voor R, SPSS, Stata en Python: een bestand per soort gegeven, met komma&apos;s.</translation>
    </message>
    <message>
        <source>For a Dutch Excel: the same tables, with semicolons; a double click opens them.</source>
        <translation>Voor een Nederlandse Excel: dezelfde tabellen, met puntkomma&apos;s; dubbelklikken opent ze.</translation>
    </message>
    <message>
        <source>For archives, and for reading the page itself: what you search and copy is right.</source>
        <translation>Voor archieven en om op het paginabeeld te lezen: wat je zoekt en kopieert, klopt.</translation>
    </message>
    <message>
        <source>For comparing and measuring: what the source said before anything was corrected.</source>
        <translation>Om te vergelijken en te meten: wat het bronbestand zei voordat er iets verbeterd was.</translation>
    </message>
    <message>
        <source>For comparing with the page: a text file a letter, with the lines that the page has.</source>
        <translation>Om naast de pagina te leggen: een tekstbestand per brief, met de regels van de pagina.</translation>
    </message>
    <message>
        <source>For keeping: source, text, data, web page, searchable PDF and MDTO of each letter.</source>
        <translation>Om te bewaren: bronbestand, tekst, gegevens, webpagina, doorzoekbare pdf en MDTO van elke brief.</translation>
    </message>
    <message>
        <source>For publishing: a tagged PDF that screen readers read well.</source>
        <translation>Om te publiceren: een toegankelijke pdf die schermlezers goed voorlezen.</translation>
    </message>
    <message>
        <source>For readers with Word: headings, footnotes, and comments at the passages.</source>
        <translation>Voor lezers met Word: koppen, voetnoten, en opmerkingen bij de passages.</translation>
    </message>
    <message>
        <source>For reading and publishing: one accessible page a letter.</source>
        <translation>Om te lezen en te publiceren: één toegankelijke pagina per brief.</translation>
    </message>
    <message>
        <source>For reading on and for searching: a text file a letter, each paragraph on one line.</source>
        <translation>Om door te lezen en te zoeken: een tekstbestand per brief, elke alinea op één regel.</translation>
    </message>
    <message>
        <source>For scholars: lines as on paper, what was corrected by whom, sections and passages.</source>
        <translation>Voor onderzoekers: regels als op papier, wat door wie is gecorrigeerd, secties en passages.</translation>
    </message>
    <message>
        <source>For scripts: texts, corrections, passages, values and who did what, by a documented schema.</source>
        <translation>Voor scripts: teksten, correcties, passages, waarden en wie wat deed, volgens een beschreven schema.</translation>
    </message>
    <message>
        <source>For spaCy, doccano, Label Studio, Prodigy and the like: texts with passages.</source>
        <translation>Voor spaCy, doccano, Label Studio, Prodigy en dergelijke: teksten met passages.</translation>
    </message>
    <message>
        <source>For the index of the Wet open overheid: a DiWoo 0.9.8 file a letter.</source>
        <translation>Voor de index van de Wet open overheid: per brief een bestand volgens DiWoo 0.9.8.</translation>
    </message>
    <message>
        <source>For training OCR programs: a file a page, lines and words at their places.</source>
        <translation>Om OCR-programma&apos;s mee te trainen: een bestand per pagina, regels en woorden op hun plaats.</translation>
    </message>
    <message>
        <source>For training models that find passages: a word and its tag a line.</source>
        <translation>Om modellen te trainen die passages vinden: per regel een woord en zijn label.</translation>
    </message>
    <message>
        <source>For whoever asked for the research: all passages with their sentences and letters, counted.</source>
        <translation>Voor de opdrachtgever van het onderzoek: alle passages met hun zin en brief, geteld.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gegroepeerd naar</translation>
    </message>
    <message>
        <source>Language data, a letter on each line (JSON Lines)</source>
        <translation>Taalgegevens, één brief per regel (JSON Lines)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>OCR text</source>
        <translation>OCR-tekst</translation>
    </message>
    <message>
        <source>Of these letters there is nothing to write as “{format}”, so nothing was written: leave that out, or choose other letters.</source>
        <translation>Van deze brieven is er niets te schrijven als “{format}”; er is dus niets geschreven. Laat dit formaat weg, of kies andere brieven.</translation>
    </message>
    <message>
        <source>Of these letters there is nothing to write in this format: choose other letters, or another one.</source>
        <translation>Van deze brieven is er niets om in dit formaat te schrijven: kies andere brieven of een ander formaat.</translation>
    </message>
    <message>
        <source>PDFs with their passages as areas, and texts</source>
        <translation>pdf&apos;s met de passages als gebieden, en teksten</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Verpakking</translation>
    </message>
    <message>
        <source>Page images</source>
        <translation>Paginabeelden</translation>
    </message>
    <message>
        <source>Pages for OCR training (PAGE)</source>
        <translation>Pagina&apos;s om OCR mee te trainen (PAGE)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>REFI-QDA codebook (.qdc)</source>
        <translation>REFI-QDA-codeboek (.qdc)</translation>
    </message>
    <message>
        <source>REFI-QDA project (.qdpx)</source>
        <translation>REFI-QDA-project (.qdpx)</translation>
    </message>
    <message>
        <source>Report on all passages (Word file)</source>
        <translation>Verslag van alle passages (Word-bestand)</translation>
    </message>
    <message>
        <source>Report on all passages (table, CSV)</source>
        <translation>Verslag van alle passages (tabel, CSV)</translation>
    </message>
    <message>
        <source>Report on all passages (web page)</source>
        <translation>Verslag van alle passages (webpagina)</translation>
    </message>
    <message>
        <source>Searchable PDF: the pages with the corrected text</source>
        <translation>Doorzoekbare pdf: de pagina&apos;s met de gecorrigeerde tekst</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Tables for Excel (XLSX)</source>
        <translation>Tabellen voor Excel (XLSX)</translation>
    </message>
    <message>
        <source>Tables for a Dutch Excel (CSV with semicolons)</source>
        <translation>Tabellen voor een Nederlandse Excel (CSV met puntkomma&apos;s)</translation>
    </message>
    <message>
        <source>Tables for statistics and spreadsheets (CSV)</source>
        <translation>Tabellen voor statistiek en spreadsheets (CSV)</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: nothing was exported. Make room, or choose another folder.</source>
        <translation>De schijf van {folder} is vol: er is niets geëxporteerd. Maak ruimte, of kies een andere map.</translation>
    </message>
    <message>
        <source>The export was cancelled: nothing was written.</source>
        <translation>De export is afgebroken: er is niets geschreven.</translation>
    </message>
    <message>
        <source>The files could not be written to {folder} ({reason}): nothing was exported. Choose another folder.</source>
        <translation>De bestanden konden niet naar {folder} worden geschreven ({reason}): er is niets geëxporteerd. Kies een andere map.</translation>
    </message>
    <message>
        <source>The source of “{title}” cannot be opened ({reason}): export the other letters, or another format.</source>
        <translation>Het bronbestand van “{title}” kan niet worden geopend ({reason}): exporteer de andere brieven, of een ander formaat.</translation>
    </message>
    <message>
        <source>There is no format {format}: choose one of {formats}.</source>
        <translation>Het formaat {format} bestaat niet: kies een van {formats}.</translation>
    </message>
    <message>
        <source>These are more passages than a Word file can hold: choose fewer letters, or the report as CSV.</source>
        <translation>Dit zijn meer passages dan een Word-bestand kan bevatten: kies minder brieven, of het verslag als CSV.</translation>
    </message>
    <message>
        <source>This format needs the package {package}, which is not installed here: install kanttekening[{extra}].</source>
        <translation>Dit formaat heeft het pakket {package} nodig, dat hier niet geïnstalleerd is: installeer kanttekening[{extra}].</translation>
    </message>
    <message>
        <source>UIMA CAS (XMI)</source>
        <translation>UIMA-CAS (XMI)</translation>
    </message>
    <message>
        <source>Web page for reading (HTML)</source>
        <translation>Webpagina om te lezen (HTML)</translation>
    </message>
    <message>
        <source>Word file for reading (DOCX)</source>
        <translation>Word-bestand om te lezen (DOCX)</translation>
    </message>
    <message>
        <source>Words at their places (ALTO)</source>
        <translation>Woorden op hun plaats (ALTO)</translation>
    </message>
    <message>
        <source>Words at their places (hOCR)</source>
        <translation>Woorden op hun plaats (hOCR)</translation>
    </message>
    <message>
        <source>Words with tags for models (CoNLL, IOB2)</source>
        <translation>Woorden met labels voor modellen (CoNLL, IOB2)</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>een map</translation>
    </message>
    <message>
        <source>as analyst 1, analyst 2…</source>
        <translation>als analist 1, analist 2…</translation>
    </message>
    <message>
        <source>as highlights with notes</source>
        <translation>als markeringen met notities</translation>
    </message>
    <message>
        <source>as tracked changes</source>
        <translation>als bijgehouden wijzigingen</translation>
    </message>
    <message>
        <source>beside it, as files</source>
        <translation>erbij, als bestanden</translation>
    </message>
    <message>
        <source>corrections are applied, and not told apart</source>
        <translation>correcties zijn doorgevoerd en niet te onderscheiden</translation>
    </message>
    <message>
        <source>corrections are applied, but what the OCR said is left out</source>
        <translation>correcties zijn verwerkt, maar wat de OCR las gaat niet mee</translation>
    </message>
    <message>
        <source>hidden words are replaced</source>
        <translation>verborgen woorden worden vervangen</translation>
    </message>
    <message>
        <source>in a table at the end</source>
        <translation>in een tabel aan het eind</translation>
    </message>
    <message>
        <source>its pages cannot be drawn</source>
        <translation>de pagina&apos;s zijn niet te tekenen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>letters are left out: a hidden word is on their pages, and nobody knows where</source>
        <translation>brieven worden weggelaten: er staat een verborgen woord op de pagina&apos;s, en niemand weet waar</translation>
    </message>
    <message>
        <source>letters are left out: this format holds the codebook&apos;s tags alone</source>
        <translation>brieven gaan niet mee: dit formaat bevat alleen de labels van het codeboek</translation>
    </message>
    <message>
        <source>letters become pictures on which hidden words are black; what the OCR did not read, such as handwriting, is still to be seen: look at each page</source>
        <translation>brieven worden afbeeldingen waarop verborgen woorden zwart zijn; wat de OCR niet las, zoals handschrift, is nog te zien: bekijk elke pagina</translation>
    </message>
    <message>
        <source>letters have neither a PDF nor pictures as their source, and are left out</source>
        <translation>brieven hebben geen pdf en geen afbeeldingen als bronbestand, en worden weggelaten</translation>
    </message>
    <message>
        <source>letters have no confirmed date: the day of import stands for that of adoption</source>
        <translation>brieven hebben geen bevestigde datum: de dag van importeren staat voor die van vaststelling</translation>
    </message>
    <message>
        <source>letters have no confirmed sender: the publisher is said to be unknown</source>
        <translation>brieven hebben geen bevestigde afzender: als uitgever staat er “onbekend&apos;</translation>
    </message>
    <message>
        <source>letters have no pages that may be shown and opened: no searchable PDF</source>
        <translation>brieven hebben geen pagina&apos;s die getoond en geopend kunnen worden: geen doorzoekbare pdf</translation>
    </message>
    <message>
        <source>letters whose source does not say where words stand: their text goes without places</source>
        <translation>brieven waarvan het bronbestand niet zegt waar woorden staan: hun tekst gaat mee zonder plaatsen</translation>
    </message>
    <message>
        <source>not beside it</source>
        <translation>niet erbij</translation>
    </message>
    <message>
        <source>not decided here</source>
        <translation>hier niet bepaald</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>niet aangegeven</translation>
    </message>
    <message>
        <source>notes are left out</source>
        <translation>notities gaan niet mee</translation>
    </message>
    <message>
        <source>of this program, with notes and values</source>
        <translation>van dit programma, met notities en waarden</translation>
    </message>
    <message>
        <source>of those hidden words stand where nobody tagged them</source>
        <translation>van die verborgen woorden staan waar niemand ze een label gaf</translation>
    </message>
    <message>
        <source>one ZIP file</source>
        <translation>één zip-bestand</translation>
    </message>
    <message>
        <source>other readings of words are left out</source>
        <translation>andere lezingen van woorden blijven weg</translation>
    </message>
    <message>
        <source>page breaks are left out</source>
        <translation>pagina-einden gaan niet mee</translation>
    </message>
    <message>
        <source>passages begin or end with a blank, which is left out of them</source>
        <translation>passages beginnen of eindigen met wit, dat eruit wordt weggelaten</translation>
    </message>
    <message>
        <source>passages hold blanks alone, and are left out</source>
        <translation>passages bestaan alleen uit wit en worden weggelaten</translation>
    </message>
    <message>
        <source>passages overlap a longer or earlier one, and are left out</source>
        <translation>passages overlappen een langere of eerdere en worden weggelaten</translation>
    </message>
    <message>
        <source>passages whose text is not in the reading copy are left out</source>
        <translation>passages waarvan de tekst niet in de leesversie staat, vallen weg</translation>
    </message>
    <message>
        <source>passages whose words were deleted are left out</source>
        <translation>passages waarvan de woorden zijn verwijderd gaan niet mee</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>eenvoudig</translation>
    </message>
    <message>
        <source>proposed passages cannot be told from decided ones</source>
        <translation>voorgestelde passages zijn niet te onderscheiden van vastgestelde</translation>
    </message>
    <message>
        <source>proposed sections are left out: they divide no text</source>
        <translation>voorgestelde secties blijven weg: zij delen geen tekst in</translation>
    </message>
    <message>
        <source>running heads, feet and page numbers are left out</source>
        <translation>kop- en voetregels en paginanummers vallen weg</translation>
    </message>
    <message>
        <source>sections are left out</source>
        <translation>secties worden weggelaten</translation>
    </message>
    <message>
        <source>sections keep their headings, not their tags</source>
        <translation>van secties blijven de koppen, niet de labels</translation>
    </message>
    <message>
        <source>sections, passages and other values are left out</source>
        <translation>secties, passages en andere waarden worden weggelaten</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>afzender</translation>
    </message>
    <message>
        <source>signs that no such file can hold (control characters) are left out</source>
        <translation>tekens die in zo&apos;n bestand niet kunnen (stuurtekens) worden weggelaten</translation>
    </message>
    <message>
        <source>sources in which hidden words can be read are left out</source>
        <translation>bronbestanden waarin verborgen woorden te lezen zijn, blijven weg</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>label</translation>
    </message>
    <message>
        <source>texts alone</source>
        <translation>alleen teksten</translation>
    </message>
    <message>
        <source>texts are longer than a cell of Excel can hold, and are cut there</source>
        <translation>teksten zijn langer dan een cel van Excel toelaat en worden daar afgekapt</translation>
    </message>
    <message>
        <source>those that INCEpTION has</source>
        <translation>die INCEpTION heeft</translation>
    </message>
    <message>
        <source>to be kept (B)</source>
        <translation>blijvend te bewaren (B)</translation>
    </message>
    <message>
        <source>to be kept for a time (V)</source>
        <translation>tijdelijk te bewaren (V)</translation>
    </message>
    <message>
        <source>values go without their evidence</source>
        <translation>waarden gaan mee zonder hun vindplaats</translation>
    </message>
    <message>
        <source>values of the form are left out</source>
        <translation>waarden van het formulier gaan niet mee</translation>
    </message>
    <message>
        <source>values that are only proposed or could not be read are left out</source>
        <translation>waarden die alleen zijn voorgesteld of niet te lezen waren gaan niet mee</translation>
    </message>
    <message>
        <source>values without evidence in the text are left out</source>
        <translation>waarden zonder vindplaats in de tekst gaan niet mee</translation>
    </message>
    <message>
        <source>verdicts on suspects are left out</source>
        <translation>oordelen over twijfelgevallen gaan niet mee</translation>
    </message>
    <message>
        <source>what is only proposed is not marked so</source>
        <translation>wat alleen is voorgesteld, is niet als voorstel te herkennen</translation>
    </message>
    <message>
        <source>what was decided on doubtful words is left out</source>
        <translation>wat over twijfelgevallen is beslist, blijft weg</translation>
    </message>
    <message>
        <source>with their names</source>
        <translation>met hun namen</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>zonder namen</translation>
    </message>
    <message>
        <source>words that the OCR did not read have the room between others, or no place</source>
        <translation>woorden die de OCR niet las, krijgen de ruimte tussen andere, of geen plaats</translation>
    </message>
    <message>
        <source>year</source>
        <translation>jaar</translation>
    </message>
    <message>
        <source>{folder} is not a folder: choose a folder to export to.</source>
        <translation>{folder} is geen map: kies een map om naar te exporteren.</translation>
    </message>
    <message>
        <source>{path} is a folder, and a file of that name is to be written: choose another folder.</source>
        <translation>{path} is een map, en er moet een bestand met die naam komen: kies een andere map.</translation>
    </message>
    <message>
        <source>{path} is already there: have it replaced, or choose another name.</source>
        <translation>{path} bestaat al: laat het vervangen, of kies een andere naam.</translation>
    </message>
    <message>
        <source>“{title}” cannot be set as an accessible PDF ({reason}): choose another format.</source>
        <translation>“{title}” kan niet als toegankelijke pdf worden gezet ({reason}): kies een ander formaat.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Vervangen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Export to file</source>
        <translation>Exporteren naar bestand</translation>
    </message>
    <message>
        <source>Export to folder</source>
        <translation>Exporteren naar map</translation>
    </message>
    <message>
        <source>Export what is ticked ({number:,})</source>
        <translation>Aangevinkte exporteren ({number:,})</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Exporting… {number:,} of {total:,}</source>
        <translation>Exporteren… {number:,} van {total:,}</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Be&amp;stand</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <source>For research and other programs</source>
        <translation>Voor onderzoek en andere programma&apos;s</translation>
    </message>
    <message>
        <source>For the archive</source>
        <translation>Voor het archief</translation>
    </message>
    <message>
        <source>Reports and tables</source>
        <translation>Verslagen en tabellen</translation>
    </message>
    <message>
        <source>Take another &amp;name</source>
        <translation>Andere &amp;naam nemen</translation>
    </message>
    <message>
        <source>To read and publish</source>
        <translation>Om te lezen en te publiceren</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>brieven</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>&amp;All letters ({number:,})</source>
        <translation>&amp;Alle brieven ({number:,})</translation>
    </message>
    <message>
        <source>&amp;Chosen letters ({number:,})</source>
        <translation>&amp;Gekozen brieven ({number:,})</translation>
    </message>
    <message>
        <source>&amp;Hide what is personal: [person 1]</source>
        <translation>Persoons&amp;gegevens verbergen: [persoon 1]</translation>
    </message>
    <message>
        <source>&amp;Proposals too, marked so</source>
        <translation>Ook &amp;voorstellen, zo gemerkt</translation>
    </message>
    <message>
        <source>&amp;This letter</source>
        <translation>&amp;Deze brief</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>A&amp;nalysts</source>
        <translation>A&amp;nalisten</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Zo begint het</translation>
    </message>
    <message>
        <source>How what is written begins</source>
        <translation>Hoe het bestand begint</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <source>There is nothing to show of this format here.</source>
        <translation>Van dit formaat is hier geen voorbeeld te tonen.</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Wat niet meegaat</translation>
    </message>
    <message>
        <source>What the filter &amp;shows ({number:,})</source>
        <translation>Wat het &amp;filter toont ({number:,})</translation>
    </message>
    <message>
        <source>{n:proposal is|proposals are} not confirmed yet.</source>
        <translation>{n:voorstel is|voorstellen zijn} nog niet bevestigd.</translation>
    </message>
    <message>
        <source>{n:proposal that is not confirmed yet stays|proposals that are not confirmed yet stay} behind.</source>
        <translation>{n:voorstel dat nog niet is bevestigd, blijft|voorstellen die nog niet zijn bevestigd, blijven} achter.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>A moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Looked for in the first {n:letter|letters}.</source>
        <translation>Gezocht in de eerste {n:brief|brieven}.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Niets.</translation>
    </message>
</context>
<context>
    <name>FieldEntry</name>
    <message>
        <source>Add one (Ctrl+Enter)</source>
        <translation>Nog een toevoegen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Backspace when empty)</source>
        <translation>Weghalen (als het leeg is: Ctrl+Backspace)</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>(any text)</source>
        <translation>(elke tekst)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Description, {language}</source>
        <translation>Beschrijving, {language}</translation>
    </message>
    <message>
        <source>Its choices stand below it in the list: Shift+Insert adds one.</source>
        <translation>De keuzes staan eronder in de lijst: Shift+Insert voegt er een toe.</translation>
    </message>
    <message>
        <source>Its parts stand below it in the list: Shift+Insert adds one.</source>
        <translation>De onderdelen staan eronder in de lijst: Shift+Insert voegt er een toe.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Patroon</translation>
    </message>
    <message>
        <source>Required: asked for before a letter is done</source>
        <translation>Verplicht: wordt gevraagd voordat een brief klaar is</translation>
    </message>
    <message>
        <source>Retired: not asked any more; its values stay, and are exported</source>
        <translation>Vervallen: niet meer gevraagd; de waarden blijven en worden geëxporteerd</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Several values, each with its own evidence</source>
        <translation>Meerdere waarden, elk met een eigen vindplaats</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>a dossier, as 28 676</source>
        <translation>een dossier, zoals 28 676</translation>
    </message>
    <message>
        <source>a number within a dossier, as 347 or E</source>
        <translation>een nummer in een dossier, zoals 347 of E</translation>
    </message>
    <message>
        <source>a parliamentary year, as 2020-2021</source>
        <translation>een vergaderjaar, zoals 2020-2021</translation>
    </message>
</context>
<context>
    <name>FieldTypes</name>
    <message>
        <source>choice</source>
        <translation>keuze</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groep</translation>
    </message>
    <message>
        <source>long text</source>
        <translation>lange tekst</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>verwijzing</translation>
    </message>
    <message>
        <source>several choices</source>
        <translation>meerkeuze</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>geheel getal</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja of nee</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>The year {year} cannot be right: check it.</source>
        <translation>Het jaar {year} kan niet kloppen: controleer het.</translation>
    </message>
    <message>
        <source>This is too long for this field: keep only what it asks for.</source>
        <translation>Dit is te lang voor dit veld: laat alleen staan wat het vraagt.</translation>
    </message>
    <message>
        <source>{day}-{month}-{year} does not exist: check the day and the month.</source>
        <translation>{day}-{month}-{year} bestaat niet: controleer de dag en de maand.</translation>
    </message>
    <message>
        <source>“{text}” ends before it begins: check the two dates.</source>
        <translation>“{text}” eindigt voor het begint: controleer de twee datums.</translation>
    </message>
    <message>
        <source>“{text}” is a period, and one day is asked for: choose the day.</source>
        <translation>“{text}” is een periode, en er wordt één dag gevraagd: kies de dag.</translation>
    </message>
    <message>
        <source>“{text}” is not a date: write it as 22 oktober 2020 or 22-10-2020.</source>
        <translation>“{text}” is geen datum: schrijf 22 oktober 2020 of 22-10-2020.</translation>
    </message>
    <message>
        <source>“{text}” is not a dossier: write it as 28 676 or 35 300-XV.</source>
        <translation>“{text}” is geen dossier: schrijf 28 676 of 35 300-XV.</translation>
    </message>
    <message>
        <source>“{text}” is not a period: write it as 22 t/m 24 oktober 2020.</source>
        <translation>“{text}” is geen periode: schrijf 22 t/m 24 oktober 2020.</translation>
    </message>
    <message>
        <source>“{text}” is not a reference: write it as 28 676, nr. 347.</source>
        <translation>“{text}” is geen verwijzing: schrijf 28 676, nr. 347.</translation>
    </message>
    <message>
        <source>“{text}” is not a session year: write it as 2020-2021.</source>
        <translation>“{text}” is geen vergaderjaar: schrijf 2020-2021.</translation>
    </message>
    <message>
        <source>“{text}” is not a sub-number: write it as nr. 347 or E.</source>
        <translation>“{text}” is geen ondernummer: schrijf nr. 347 of E.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number: write it in digits, as 12 or {example}.</source>
        <translation>“{text}” is geen geheel getal: schrijf het in cijfers, zoals 12 of {example}.</translation>
    </message>
    <message>
        <source>“{text}” is not among the choices: choose {names}.</source>
        <translation>“{text}” is geen van de keuzes: kies {names}.</translation>
    </message>
    <message>
        <source>“{text}” is not yes or no: write ja or nee.</source>
        <translation>“{text}” is geen ja of nee: schrijf ja of nee.</translation>
    </message>
    <message>
        <source>“{text}” names more than one paper: give each a row of its own.</source>
        <translation>“{text}” noemt meer dan één stuk: geef elk een eigen regel.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>A verified copy is in {name}.</source>
        <translation>Er staat een gecontroleerde kopie in {name}.</translation>
    </message>
    <message>
        <source>Nothing was exported yet: there is no folder to open.</source>
        <translation>Er is nog niets geëxporteerd: er is geen map om te openen.</translation>
    </message>
    <message>
        <source>{count:file|files} written to {folder}.</source>
        <translation>{count:bestand|bestanden} geschreven naar {folder}.</translation>
    </message>
    <message>
        <source>{count:file|files} written to {folder}. {keys} opens the folder.</source>
        <translation>{count:bestand|bestanden} geschreven naar {folder}. {keys} opent de map.</translation>
    </message>
    <message>
        <source>{count:letter|letters} imported.</source>
        <translation>{count:brief|brieven} geïmporteerd.</translation>
    </message>
    <message>
        <source>{folder} cannot be opened here: look for it by hand.</source>
        <translation>{folder} kan hier niet worden geopend: zoek de map zelf op.</translation>
    </message>
    <message>
        <source>{name} could not be written ({reason}): choose another place.</source>
        <translation>{name} kon niet worden geschreven ({reason}): kies een andere plaats.</translation>
    </message>
    <message>
        <source>{name} is there already. Choose another name, or open it.</source>
        <translation>{name} bestaat al. Kies een andere naam, of open het.</translation>
    </message>
    <message>
        <source>{name}: {letters:new letter|new letters}, {tags:tag|tags}, {fields:field|fields}, {passages:passage|passages}, {values:value|values}.</source>
        <translation>{name}: {letters:nieuwe brief|nieuwe brieven}, {tags:label|labels}, {fields:veld|velden}, {passages:passage|passages}, {values:waarde|waarden}.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this letter</source>
        <translation>Zoeken in deze brief</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Voorbeeld…</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Replace with; \1 is what the first brackets hold</source>
        <translation>Vervangen door; \1 is wat tussen de eerste haakjes staat</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Wat je zoekt</translation>
    </message>
    <message>
        <source>What to replace it with</source>
        <translation>Waardoor het wordt vervangen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>sluiten</translation>
    </message>
    <message>
        <source>ignore accents</source>
        <translation>accenten negeren</translation>
    </message>
    <message>
        <source>in all letters</source>
        <translation>in alle brieven</translation>
    </message>
    <message>
        <source>in the letters of the list</source>
        <translation>in de brieven van de lijst</translation>
    </message>
    <message>
        <source>in this letter</source>
        <translation>in deze brief</translation>
    </message>
    <message>
        <source>match case</source>
        <translation>hoofdlettergevoelig</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>geen treffers</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>vorige</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>reguliere expressie</translation>
    </message>
    <message>
        <source>whole word</source>
        <translation>heel woord</translation>
    </message>
    <message>
        <source>{current:,} of {total:,}</source>
        <translation>{current:,} van {total:,}</translation>
    </message>
    <message>
        <source>{total:hit|hits}</source>
        <translation>{total:treffer|treffers}</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>all on/off</source>
        <translation>alles aan/uit</translation>
    </message>
    <message>
        <source>all sure words…</source>
        <translation>alle zekere woorden…</translation>
    </message>
    <message>
        <source>always right</source>
        <translation>klopt altijd</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>place on/off</source>
        <translation>plaats aan/uit</translation>
    </message>
    <message>
        <source>right as it stands</source>
        <translation>het klopt zo</translation>
    </message>
    <message>
        <source>to the letter</source>
        <translation>naar de brief</translation>
    </message>
    <message>
        <source>undo, go back to it</source>
        <translation>ongedaan maken, terug</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Confirm all that is proposed for the form</source>
        <translation>Alles bevestigen wat voor het formulier is voorgesteld</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>add</source>
        <translation>erbij</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>bevestig</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>vindplaats</translation>
    </message>
    <message>
        <source>fills</source>
        <translation>vult in</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>not in the letter</source>
        <translation>niet in de brief</translation>
    </message>
    <message>
        <source>{n:,} of {total:,} filled in</source>
        <translation>{n:,} van {total:,} ingevuld</translation>
    </message>
    <message>
        <source>✓ all</source>
        <translation>✓ alles</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Formats</source>
        <translation>Formaten</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Of this project: by the words of this language readings are doubted. Changing it has all letters looked at again; nothing that was decided changes.</source>
        <translation>Van dit project: naar de woorden van deze taal wordt aan lezingen getwijfeld. Bij een andere taal worden alle brieven opnieuw bekeken; wat beslist is, blijft.</translation>
    </message>
    <message>
        <source>The &amp;letters are in</source>
        <translation>De &amp;brieven zijn in het</translation>
    </message>
</context>
<context>
    <name>GroupBlock</name>
    <message>
        <source>works here now</source>
        <translation>werkt nu hier</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>About Kanttekening</source>
        <translation>Over Kanttekening</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>For analysts who work through OCR&apos;d letters: correct, tag, fill in the form, hand over clean data.

MIT licence. Word data: OpenTaal (see the licences in resources/words). Models for recognising text: Tesseract, Apache licence 2.0. Qt for Python: LGPL.</source>
        <translation>Voor analisten die met OCR gelezen brieven doorwerken: corrigeren, labelen, het formulier invullen en schone gegevens opleveren.

MIT-licentie. Woordgegevens: OpenTaal (zie de licenties in resources/words). Modellen voor tekstherkenning: Tesseract, Apache-licentie 2.0. Qt for Python: LGPL.</translation>
    </message>
    <message>
        <source>Going through words</source>
        <translation>Woorden nalopen</translation>
    </message>
    <message>
        <source>In the correction box</source>
        <translation>In het correctievenster</translation>
    </message>
    <message>
        <source>Kanttekening {version}</source>
        <translation>Kanttekening {version}</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>On the reading desk</source>
        <translation>In de tekst</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close the hint</source>
        <translation>Tip sluiten</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Geen tips meer</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>undo</source>
        <translation>ongedaan maken</translation>
    </message>
    <message>
        <source>{count:,} left</source>
        <translation>nog {count:,}</translation>
    </message>
    <message>
        <source>{count:suspect|suspects} left</source>
        <translation>nog {count:twijfelgeval|twijfelgevallen}</translation>
    </message>
    <message>
        <source>✓ no suspects left</source>
        <translation>✓ geen twijfelgevallen meer</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Enter takes over what the field holds and goes on to the next word. Ctrl+D: it is right as it stands.</source>
        <translation>Enter neemt over wat in het veld staat en gaat naar het volgende woord. Ctrl+D: het klopt zo.</translation>
    </message>
    <message>
        <source>The letter is done. {export} exports what you made, {manual} opens the manual.</source>
        <translation>De brief is klaar. {export} exporteert wat je hebt gemaakt, {manual} opent de handleiding.</translation>
    </message>
    <message>
        <source>The letter of a tag tags the words that are selected; {fill} puts them into the chosen field. {keys} shows all letters.</source>
        <translation>Met de letter van een label label je de geselecteerde woorden; {fill} zet ze in het gekozen veld. {keys} toont alle letters.</translation>
    </message>
    <message>
        <source>The tag stays on its words, whatever you correct. {remove} takes it away again.</source>
        <translation>Het label blijft bij de woorden, wat je ook corrigeert. {remove} haalt het weer weg.</translation>
    </message>
    <message>
        <source>The value knows its words: {evidence} goes to them. {next} chooses the next field.</source>
        <translation>De waarde kent haar vindplaats: {evidence} gaat ernaartoe. {next} kiest het volgende veld.</translation>
    </message>
    <message>
        <source>What is dashed the program proposes: {confirm} confirms it and goes to the next, {turn_down} turns it down.</source>
        <translation>Wat gestippeld is, stelt het programma voor: {confirm} bevestigt het en gaat naar het volgende, {turn_down} wijst het af.</translation>
    </message>
    <message>
        <source>What the OCR read is kept, under Corrections. {undo} undoes; {review} shows the doubtful words of all letters at once.</source>
        <translation>Wat de OCR las, is bewaard onder Correcties. {undo} maakt ongedaan; {review} toont de twijfelachtige woorden van alle brieven tegelijk.</translation>
    </message>
    <message>
        <source>{next} goes to the first word that the program doubts.</source>
        <translation>{next} gaat naar het eerste woord waaraan het programma twijfelt.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>ALTO</source>
        <translation>ALTO</translation>
    </message>
    <message>
        <source>Its folder holds {count:file of another kind, which was|files of other kinds, which were} left alone: {names}.</source>
        <translation>Niet geïmporteerd uit de map: {count:bestand van een andere soort|bestanden van andere soorten} ({names}).</translation>
    </message>
    <message>
        <source>METS with ALTO or PAGE</source>
        <translation>METS met ALTO of PAGE</translation>
    </message>
    <message>
        <source>PAGE</source>
        <translation>PAGE</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>afbeeldingen</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>platte tekst</translation>
    </message>
    <message>
        <source>Reading {name} failed: it was skipped. It may be damaged; get another copy.</source>
        <translation>Het lezen van {name} is mislukt; het bestand is overgeslagen. Misschien is het beschadigd: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>The files of this letter are more than {limit:,} MB together: split them.</source>
        <translation>De bestanden van deze brief zijn samen groter dan {limit:,} MB: splits ze.</translation>
    </message>
    <message>
        <source>The files of {name} do not make a letter together: choose others.</source>
        <translation>De bestanden van {name} vormen samen geen brief: kies andere.</translation>
    </message>
    <message>
        <source>The password does not open {name}: try another one.</source>
        <translation>Het wachtwoord opent {name} niet: probeer een ander.</translation>
    </message>
    <message>
        <source>This project is open for reading only: nothing can be imported.</source>
        <translation>Dit project is alleen geopend om te lezen: er kan niets worden geïmporteerd.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Writer</translation>
    </message>
    <message>
        <source>You have no right to read {name}: ask its owner, or choose a copy that you may read.</source>
        <translation>Je mag {name} niet lezen: vraag het de eigenaar, of kies een kopie die je wel mag lezen.</translation>
    </message>
    <message>
        <source>hOCR</source>
        <translation>hOCR</translation>
    </message>
    <message>
        <source>{count:,} files are too many for one letter, which may have {limit:,}: split them.</source>
        <translation>{count:,} bestanden zijn te veel voor één brief: hoogstens {limit:,} mag. Verdeel ze over meer brieven.</translation>
    </message>
    <message>
        <source>{name} breaks off in the middle: get another copy.</source>
        <translation>{name} breekt halverwege af: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} cannot be read: it was skipped, and what went wrong is in the log. Get another copy.</source>
        <translation>{name} is niet te lezen en is overgeslagen; in het logboek staat wat er misging. Gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a letter&apos;s file: give it one without signs such as / or \.</source>
        <translation>{name} kan niet de naam van een bestand van een brief zijn: geef het een naam zonder tekens als / of \.</translation>
    </message>
    <message>
        <source>{name} could not be read ({reason}): try again, or choose a copy.</source>
        <translation>{name} kon niet worden gelezen ({reason}): probeer het opnieuw, of kies een kopie.</translation>
    </message>
    <message>
        <source>{name} defines entities of its own in its XML, which may do harm: save it without them.</source>
        <translation>{name} bevat XML met eigen entiteiten, en die kunnen schade doen: sla het bestand zonder op.</translation>
    </message>
    <message>
        <source>{name} does not exist: check the name and the folder.</source>
        <translation>{name} bestaat niet: controleer de naam en de map.</translation>
    </message>
    <message>
        <source>{name} does not hold readable text: choose a plain text file.</source>
        <translation>In {name} staat geen leesbare tekst: kies een bestand met platte tekst.</translation>
    </message>
    <message>
        <source>{name} does not say where {count:of its words stands|of its words stand}: the page image cannot show that.</source>
        <translation>{name} zegt van {count:woord niet waar het staat|woorden niet waar ze staan}: het paginabeeld kan dat niet aanwijzen.</translation>
    </message>
    <message>
        <source>{name} has a comment at “{words}”: {comment}</source>
        <translation>{name} heeft een opmerking bij “{words}&apos;: {comment}</translation>
    </message>
    <message>
        <source>{name} has a comment: {comment}</source>
        <translation>{name} heeft een opmerking: {comment}</translation>
    </message>
    <message>
        <source>{name} has footnotes and {count:endnote|endnotes}: endnotes have the numbers behind the footnotes.</source>
        <translation>{name} heeft voetnoten en {count:eindnoot|eindnoten}: eindnoten zijn na de voetnoten doorgenummerd.</translation>
    </message>
    <message>
        <source>{name} has hidden text in {count:place|places}, which was left out.</source>
        <translation>{name} heeft verborgen tekst op {count:plaats|plaatsen}; die is weggelaten.</translation>
    </message>
    <message>
        <source>{name} has more than {limit:,} million characters, too many for a letter: split it.</source>
        <translation>{name} heeft meer dan {limit:,} miljoen tekens, te veel voor één brief: splits het bestand.</translation>
    </message>
    <message>
        <source>{name} has more than {limit:,} million dots on a page, too many to read: scan it at 600 dots an inch.</source>
        <translation>{name} heeft meer dan {limit:,} miljoen beeldpunten op een pagina, te veel om te lezen: scan het met 600 punten per inch.</translation>
    </message>
    <message>
        <source>{name} has more than {limit:,} million dots on its pages together: split it.</source>
        <translation>{name} heeft op alle pagina&apos;s samen meer dan {limit:,} miljoen beeldpunten: splits het bestand.</translation>
    </message>
    <message>
        <source>{name} has more than {limit:,} parts, too many for a letter: get another copy.</source>
        <translation>{name} heeft meer dan {limit:,} onderdelen, te veel voor een brief: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} has no pages of an OCR program: there is nothing to import.</source>
        <translation>In {name} staan geen pagina&apos;s van een OCR-programma: er valt niets te importeren.</translation>
    </message>
    <message>
        <source>{name} has no pages: there is nothing to import.</source>
        <translation>{name} heeft geen pagina&apos;s: er valt niets te importeren.</translation>
    </message>
    <message>
        <source>{name} has no text of a Word or Writer file in it: get another copy, or save it as .docx.</source>
        <translation>In {name} staat geen tekst van een Word- of Writer-bestand: gebruik een ander exemplaar, of sla het op als .docx.</translation>
    </message>
    <message>
        <source>{name} has no text on {count:page|pages} of {pages:,}.</source>
        <translation>In {name} staat op {count:pagina|pagina&apos;s} van de {pages:,} geen tekst.</translation>
    </message>
    <message>
        <source>{name} has no text on {count:page|pages} of {pages:,}: look whether there should be any.</source>
        <translation>{name} heeft op {count:pagina|pagina&apos;s} van de {pages:,} geen tekst: kijk of die er hoort te zijn.</translation>
    </message>
    <message>
        <source>{name} has pictures, charts or objects ({count:,}); what stands in them was left out.</source>
        <translation>{name} heeft afbeeldingen, grafieken of objecten ({count:,}); wat daarin staat, is weggelaten.</translation>
    </message>
    <message>
        <source>{name} has signs that were encoded twice, the first in line {line}: they were read as they were meant.</source>
        <translation>{name} heeft tekens die twee keer gecodeerd zijn, het eerste in regel {line}: ze zijn gelezen zoals ze bedoeld zijn.</translation>
    </message>
    <message>
        <source>{name} has text that is not to be seen on paper, the first on page {page}: it was left out. Lines: {lines}.</source>
        <translation>{name} heeft tekst die op papier niet te zien is, de eerste op pagina {page}: die is weggelaten. Regels: {lines}.</translation>
    </message>
    <message>
        <source>{name} has the same content, and was not imported a second time.</source>
        <translation>{name} heeft dezelfde inhoud en is geen tweede keer geïmporteerd.</translation>
    </message>
    <message>
        <source>{name} has tracked changes, read as accepted: {inserted:insertion|insertions}, {deleted:deletion|deletions}.</source>
        <translation>{name} heeft bijgehouden wijzigingen, gelezen als geaccepteerd: {inserted:invoeging|invoegingen}, {deleted:verwijdering|verwijderingen}.</translation>
    </message>
    <message>
        <source>{name} has two files that would both be called {part}: give one of them another name.</source>
        <translation>{name} heeft twee bestanden die allebei {part} zouden heten: geef er één een andere naam.</translation>
    </message>
    <message>
        <source>{name} has {count:element|elements} with text that its format does not know ({kinds}), left out here.</source>
        <translation>{name} heeft {count:element|elementen} met tekst die niet bij het formaat hoort ({kinds}); die tekst is weggelaten.</translation>
    </message>
    <message>
        <source>{name} has {count:line that says something else than its|lines that say something else than their} words: the words were taken.</source>
        <translation>{name} heeft {count:regel|regels} waarin iets anders staat dan in de woorden zelf: de woorden zijn genomen.</translation>
    </message>
    <message>
        <source>{name} has {count:line without text, which was|lines without text, which were} left out.</source>
        <translation>{name} heeft {count:regel zonder tekst, die is|regels zonder tekst, die zijn} weggelaten.</translation>
    </message>
    <message>
        <source>{name} has {count:mark of a note whose text is|marks of notes whose text is} not in the file.</source>
        <translation>{name} heeft {count:verwijzing naar een noot waarvan|verwijzingen naar noten waarvan} de tekst niet in het bestand staat.</translation>
    </message>
    <message>
        <source>{name} has {count:more comment|more comments} than are kept.</source>
        <translation>{name} heeft nog {count:opmerking, die niet is|opmerkingen, die niet zijn} bewaard.</translation>
    </message>
    <message>
        <source>{name} has {count:sign of a symbol font that is|signs of symbol fonts that are} not known here: each now reads {sign}.</source>
        <translation>{name} heeft {count:teken|tekens} uit een symboollettertype dat hier niet bekend is: daar staat nu {sign}.</translation>
    </message>
    <message>
        <source>{name} has {count:sign|signs} that cannot be read, the first on page {page}: each now reads {sign}.</source>
        <translation>{name} heeft {count:onleesbaar teken|onleesbare tekens}, het eerste op pagina {page}: daar staat nu {sign}.</translation>
    </message>
    <message>
        <source>{name} has {length:,} characters in line {line}, and a line may have at most {limit:,}: put line breaks in it, or choose another file.</source>
        <translation>{name} heeft {length:,} tekens in regel {line}, en een regel mag er hoogstens {limit:,} hebben: zet er regeleinden in, of kies een ander bestand.</translation>
    </message>
    <message>
        <source>{name} has {lines:,} lines on page {page}, and a page may have at most {limit:,}: split it.</source>
        <translation>{name} heeft {lines:,} regels op pagina {page}, en een pagina mag er hoogstens {limit:,} hebben: splits het bestand.</translation>
    </message>
    <message>
        <source>{name} has {lines:,} lines, and a letter may have at most {limit:,}: split it.</source>
        <translation>{name} heeft {lines:,} regels, en een brief mag er hoogstens {limit:,} hebben: splits het bestand.</translation>
    </message>
    <message>
        <source>{name} has {pages:,} page breaks, and a letter may have at most {limit:,}: choose another file.</source>
        <translation>{name} heeft {pages:,} pagina-einden, en een brief mag er hoogstens {limit:,} hebben: kies een ander bestand.</translation>
    </message>
    <message>
        <source>{name} has {pages:,} pages, and a letter may have at most {limit:,}: split it.</source>
        <translation>{name} heeft {pages:,} pagina&apos;s, en een brief mag er hoogstens {limit:,} hebben: splits het bestand.</translation>
    </message>
    <message>
        <source>{name} holds XML that is nested too deep or too large for a letter: get another copy, or split it.</source>
        <translation>{name} bevat XML die te diep genest of te groot is voor een brief: gebruik een ander exemplaar, of splits het.</translation>
    </message>
    <message>
        <source>{name} holds only white space: there is nothing to import.</source>
        <translation>In {name} staat alleen witruimte: er valt niets te importeren.</translation>
    </message>
    <message>
        <source>{name} holds signs that are no text in its encoding: look whether accented letters read well.</source>
        <translation>In {name} staan tekens die in die codering geen tekst zijn: kijk of letters met accenten goed gelezen zijn.</translation>
    </message>
    <message>
        <source>{name} holds tables or boxes in one another, deeper than a letter has them: get another copy.</source>
        <translation>{name} heeft tabellen of kaders in elkaar, dieper dan een brief die heeft: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} holds {count:sign that is no text|signs that are no text}, the first in line {line}: left out here.</source>
        <translation>{name} bevat {count:teken dat geen tekst is|tekens die geen tekst zijn}, het eerste in regel {line}: dat is weggelaten.</translation>
    </message>
    <message>
        <source>{name} is JSON, not plain text: save it as text first.</source>
        <translation>{name} is JSON, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is XML, not plain text: save it as text first.</source>
        <translation>{name} is XML, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is a PDF, not plain text: save it as text first.</source>
        <translation>{name} is een pdf, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is a Word document, not plain text: save it as text first.</source>
        <translation>{name} is een Word-document, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is a compressed archive: unpack it first.</source>
        <translation>{name} is een gecomprimeerd archief: pak het eerst uit.</translation>
    </message>
    <message>
        <source>{name} is a database, not plain text: a project is opened, not imported.</source>
        <translation>{name} is een database, geen platte tekst: een project open je, je importeert het niet.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a file: choose a file.</source>
        <translation>{name} is een apparaat of een pipe, geen bestand: kies een bestand.</translation>
    </message>
    <message>
        <source>{name} is a document of Pages, Numbers or Keynote: export it to Word (.docx) first.</source>
        <translation>{name} is een document van Pages, Numbers of Keynote: exporteer het eerst naar Word (.docx).</translation>
    </message>
    <message>
        <source>{name} is a document of an older Word (.doc): save it as a .docx file in Word or Writer first.</source>
        <translation>{name} is een document van een oudere Word (.doc): sla het eerst in Word of Writer op als .docx.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file: choose the files in it.</source>
        <translation>{name} is een map, geen bestand: kies de bestanden erin.</translation>
    </message>
    <message>
        <source>{name} is a form of a kind (XFA) that only Adobe&apos;s programs fill in: print it to a PDF first.</source>
        <translation>{name} is een formulier van een soort (XFA) die alleen programma&apos;s van Adobe invullen: druk het eerst af naar een pdf.</translation>
    </message>
    <message>
        <source>{name} is a link that leads back to itself: choose the file that it should point to.</source>
        <translation>{name} is een koppeling naar zichzelf: kies het bestand waar die naar moet wijzen.</translation>
    </message>
    <message>
        <source>{name} is a list of files (METS), and none of them lies beside it: put them there, or import them.</source>
        <translation>{name} is een lijst van bestanden (METS), en geen ervan ligt ernaast: leg ze daar, of importeer ze zelf.</translation>
    </message>
    <message>
        <source>{name} is a message of Outlook: save it as text or as a PDF first.</source>
        <translation>{name} is een bericht van Outlook: sla het eerst op als tekst of als pdf.</translation>
    </message>
    <message>
        <source>{name} is a message or web page in parts, not plain text: save it as text first.</source>
        <translation>{name} is een bericht of webpagina in delen, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is a web page, not plain text: save it as text first.</source>
        <translation>{name} is een webpagina, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is an Office document that a password locks: save it without one, then import it again.</source>
        <translation>{name} is een Office-document met een wachtwoord: sla het zonder wachtwoord op en importeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>{name} is an OpenDocument text, not plain text: save it as text first.</source>
        <translation>{name} is een OpenDocument-tekst, geen platte tekst: sla het eerst op als tekst.</translation>
    </message>
    <message>
        <source>{name} is an image of a kind that is not read: save it as PNG or TIFF first.</source>
        <translation>{name} is een afbeelding van een soort die niet gelezen wordt: sla het eerst op als PNG of TIFF.</translation>
    </message>
    <message>
        <source>{name} is an office document of tables or slides, not a letter: save it as a PDF first.</source>
        <translation>{name} is een document met tabellen of dia&apos;s, geen brief: sla het eerst op als pdf.</translation>
    </message>
    <message>
        <source>{name} is an office document or a book: save it as a PDF first.</source>
        <translation>{name} is een Office-document of een boek: sla het eerst op als pdf.</translation>
    </message>
    <message>
        <source>{name} is an older Office document: save it as a .docx file, or as a PDF, first.</source>
        <translation>{name} is een ouder Office-document: sla het eerst op als .docx of als pdf.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read as a PDF: get another copy.</source>
        <translation>{name} is beschadigd en niet als pdf te lezen: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read as a Word or Writer file: get another copy.</source>
        <translation>{name} is beschadigd en kan niet als Word- of Writer-bestand worden gelezen: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read as a picture: get another copy.</source>
        <translation>{name} is beschadigd en niet als afbeelding te lezen: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} is damaged in part: {part} cannot be read and was left out.</source>
        <translation>{name} is deels beschadigd: {part} kan niet worden gelezen en is weggelaten.</translation>
    </message>
    <message>
        <source>{name} is damaged in {count:place|places}, the first in line {line}: each now reads {sign}.</source>
        <translation>{name} is op {count:plaats|plaatsen} beschadigd, de eerste in regel {line}: daar staat nu {sign}.</translation>
    </message>
    <message>
        <source>{name} is damaged: its XML cannot be read from line {line} on. Get another copy, or save it anew.</source>
        <translation>{name} is beschadigd: de XML is vanaf regel {line} niet te lezen. Gebruik een ander exemplaar, of sla het opnieuw op.</translation>
    </message>
    <message>
        <source>{name} is empty: there is nothing to import.</source>
        <translation>{name} is leeg: er valt niets te importeren.</translation>
    </message>
    <message>
        <source>{name} is in rich text format (.rtf): save it as a .docx file first.</source>
        <translation>{name} is in rtf-opmaak (.rtf): sla het eerst op als .docx.</translation>
    </message>
    <message>
        <source>{name} is in two encodings: {count:sign that is|signs that are} not UTF-8, the first in line {line}, read as Windows-1252.</source>
        <translation>{name} heeft twee coderingen: {count:teken dat geen UTF-8 is|tekens die geen UTF-8 zijn}, het eerste in regel {line}, gelezen als Windows-1252.</translation>
    </message>
    <message>
        <source>{name} is locked in a way that this program does not know: save it without its lock first.</source>
        <translation>{name} is vergrendeld op een manier die dit programma niet kent: sla het eerst op zonder vergrendeling.</translation>
    </message>
    <message>
        <source>{name} is locked with a password: give it, then import it again.</source>
        <translation>{name} is vergrendeld met een wachtwoord: geef dat op en importeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>{name} is locked with a password: save it without one in Word or Writer, then import it again.</source>
        <translation>{name} heeft een wachtwoord: sla het in Word of Writer zonder wachtwoord op en importeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>{name} is made for a printer, not plain text: save it as a PDF first.</source>
        <translation>{name} is voor een printer gemaakt, geen platte tekst: sla het eerst op als pdf.</translation>
    </message>
    <message>
        <source>{name} is {kind}, the output of an OCR program, which cannot be read yet: save it as plain text or as a PDF with its text.</source>
        <translation>{name} is {kind}, de uitvoer van een OCR-programma, die nog niet gelezen kan worden: sla het op als platte tekst, of als pdf met zijn tekst.</translation>
    </message>
    <message>
        <source>{name} is {size:,} MB, and a letter may be at most {limit:,} MB: split it, or choose another file.</source>
        <translation>{name} is {size:,} MB, en een brief mag hoogstens {limit:,} MB zijn: splits het bestand, of kies een ander.</translation>
    </message>
    <message>
        <source>{name} lists {count:page whose file is not beside it: it was|pages whose files are not beside it: they were} left out.</source>
        <translation>{name} noemt {count:pagina waarvan het bestand er niet naast staat: die is|pagina&apos;s waarvan de bestanden er niet naast staan: die zijn} weggelaten.</translation>
    </message>
    <message>
        <source>{name} may be in another encoding than Windows-1252, as which it was read: look at its accents, or save it as UTF-8 and import that.</source>
        <translation>{name} heeft misschien een andere codering dan Windows-1252, waarin het gelezen is: bekijk de accenten, of sla het op als UTF-8 en importeer dat.</translation>
    </message>
    <message>
        <source>{name} names {count:part in its reading order that is|parts in its reading order that are} not there.</source>
        <translation>{name} noemt in de leesvolgorde {count:deel dat er niet is|delen die er niet zijn}.</translation>
    </message>
    <message>
        <source>{name} needs more memory than a letter may take: it was skipped. Get another copy, or split it.</source>
        <translation>{name} vraagt meer geheugen dan een brief mag gebruiken en is overgeslagen. Gebruik een ander exemplaar, of splits het bestand.</translation>
    </message>
    <message>
        <source>{name} says where lines stand and not what they say: have an OCR program read them first.</source>
        <translation>{name} zegt waar regels staan en niet wat er staat: laat er eerst een OCR-programma de tekst van lezen.</translation>
    </message>
    <message>
        <source>{name} takes in {count:other document, whose text was|other documents, whose text was} left out.</source>
        <translation>{name} bevat {count:ander document|andere documenten}; de tekst daarvan is weggelaten.</translation>
    </message>
    <message>
        <source>{name} takes too long to read: it was skipped. It may be damaged; get another copy.</source>
        <translation>Het lezen van {name} duurt te lang; het bestand is overgeslagen. Misschien is het beschadigd: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than a letter is ({part}), which may do harm: get another copy.</source>
        <translation>{name} is uitgepakt veel groter dan een brief ({part}), en dat kan schade doen: gebruik een ander exemplaar.</translation>
    </message>
    <message>
        <source>{name} was left out with all its files ({count:,}), because one of them cannot be read. {problem}</source>
        <translation>{name} is met al zijn bestanden ({count:,}) weggelaten, omdat een ervan niet te lezen is. {problem}</translation>
    </message>
    <message>
        <source>{name} was made of {count:file|files} by the numbers in their names: {first} to {last}.</source>
        <translation>{name} is gemaakt van {count:bestand|bestanden}, naar de nummers in hun namen: {first} tot en met {last}.</translation>
    </message>
    <message>
        <source>{name} was read as {encoding}, which makes the best words of it: look whether its accents are right.</source>
        <translation>{name} is gelezen als {encoding}, dat er de beste woorden van maakt: kijk of de accenten kloppen.</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Een codeboek importeren</translation>
    </message>
    <message>
        <source>One change, which Ctrl+Z undoes. What is in use is retired, never removed.</source>
        <translation>Eén wijziging, die Ctrl+Z ongedaan maakt. Wat in gebruik is, vervalt maar verdwijnt niet.</translation>
    </message>
    <message>
        <source>Only the order or the codebook&apos;s own name is different.</source>
        <translation>Alleen de volgorde of de naam van het codeboek is anders.</translation>
    </message>
    <message>
        <source>This codebook is the same: nothing changes.</source>
        <translation>Dit codeboek is hetzelfde: er verandert niets.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>What {file} would change</source>
        <translation>Wat {file} zou veranderen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>keuzes</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>kleur</translation>
    </message>
    <message>
        <source>description</source>
        <translation>beschrijving</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>voorbeelden</translation>
    </message>
    <message>
        <source>field</source>
        <translation>veld</translation>
    </message>
    <message>
        <source>key</source>
        <translation>toets</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>onderdelen</translation>
    </message>
    <message>
        <source>passage tag</source>
        <translation>label voor passages</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>patroon</translation>
    </message>
    <message>
        <source>personal or not</source>
        <translation>persoonlijk of niet</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>required or not</source>
        <translation>verplicht of niet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>vervallen</translation>
    </message>
    <message>
        <source>retired or not</source>
        <translation>vervallen of niet</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>section tag</source>
        <translation>label voor secties</translation>
    </message>
    <message>
        <source>several or one</source>
        <translation>meerdere of één</translation>
    </message>
    <message>
        <source>trigger phrases</source>
        <translation>signaalzinnen</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>{count:value is|values are} read anew.</source>
        <translation>{count:waarde wordt|waarden worden} opnieuw gelezen.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>Als tekst &amp;bewaren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>Deze regel kopiëren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>De brief openen</translation>
    </message>
    <message>
        <source>See the &amp;duplicates…</source>
        <translation>&amp;Dubbele brieven bekijken…</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Het bestand in zijn map tonen</translation>
    </message>
    <message>
        <source>What happened to the files</source>
        <translation>Wat er met de bestanden is gebeurd</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be imported:</source>
        <translation>
            <numerusform>%Ln bestand kon niet worden geïmporteerd:</numerusform>
            <numerusform>%Ln bestanden konden niet worden geïmporteerd:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of other kinds were left alone:</source>
        <translation>
            <numerusform>%Ln bestand van een andere soort is overgeslagen:</numerusform>
            <numerusform>%Ln bestanden van andere soorten zijn overgeslagen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were in the project already:</source>
        <translation>
            <numerusform>%Ln bestand zat al in het project:</numerusform>
            <numerusform>%Ln bestanden zaten al in het project:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) may have come in twice:</source>
        <translation>
            <numerusform>%Ln brief is misschien dubbel binnengekomen:</numerusform>
            <numerusform>%Ln brieven zijn misschien dubbel binnengekomen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) out of the folder were not followed:</source>
        <translation>
            <numerusform>%Ln koppeling uit de map is niet gevolgd:</numerusform>
            <numerusform>%Ln koppelingen uit de map zijn niet gevolgd:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s):</source>
        <translation>
            <numerusform>%Ln opmerking:</numerusform>
            <numerusform>%Ln opmerkingen:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Leave them</source>
        <translation>&amp;Zo laten</translation>
    </message>
    <message>
        <source>&amp;Recognise</source>
        <translation>&amp;Herkennen</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Map importeren</translation>
    </message>
    <message>
        <source>Import letters</source>
        <translation>Brieven importeren</translation>
    </message>
    <message>
        <source>Importing letters…</source>
        <translation>Brieven importeren…</translation>
    </message>
    <message>
        <source>It takes a few seconds a page. Without it they come in without text.</source>
        <translation>Dat kost een paar seconden per pagina. Anders komen ze zonder tekst binnen.</translation>
    </message>
    <message>
        <source>Letters ({suffixes});;All files (*)</source>
        <translation>Brieven ({suffixes});;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Recognise the text of pages that are pictures?</source>
        <translation>De tekst herkennen van pagina&apos;s die een afbeelding zijn?</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Verslag bewaren</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>import.txt</source>
        <translation>import.txt</translation>
    </message>
    <message>
        <source>page {page} of {pages:,}</source>
        <translation>pagina {page} van {pages:,}</translation>
    </message>
    <message>
        <source>{name} is like {other} ({share})</source>
        <translation>{name} lijkt op {other} ({share})</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… en nog %Ln</numerusform>
            <numerusform>… en nog %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Instead</name>
    <message>
        <source>In its place:</source>
        <translation>Vervangen door:</translation>
    </message>
    <message>
        <source>What replaces it</source>
        <translation>Waardoor het wordt vervangen</translation>
    </message>
</context>
<context>
    <name>Introduction</name>
    <message>
        <source>Correct what the OCR misread, tag what matters, and hand over clean data.</source>
        <translation>Corrigeer wat de OCR verkeerd las, label wat ertoe doet en lever schone gegevens op.</translation>
    </message>
    <message>
        <source>Tags and the values of the form stay on their words, whatever you correct or type.</source>
        <translation>Labels en waarden van het formulier blijven bij hun woorden, wat je ook corrigeert of typt.</translation>
    </message>
    <message>
        <source>The program leads you to the words that the OCR probably misread, and suggests what stood there on paper.</source>
        <translation>Het programma brengt je bij de woorden die de OCR waarschijnlijk verkeerd las, en stelt voor wat er op papier stond.</translation>
    </message>
    <message>
        <source>You hand over text and data: for Word and Excel, for research programs, for archives. Nothing leaves this computer by itself.</source>
        <translation>Je levert tekst en gegevens op: voor Word en Excel, voor onderzoeksprogramma&apos;s, voor archieven. Niets verlaat deze computer vanzelf.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>no key</source>
        <translation>geen toets</translation>
    </message>
    <message>
        <source>press a key</source>
        <translation>druk op een toets</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>No command found.</source>
        <translation>Geen opdracht gevonden.</translation>
    </message>
    <message>
        <source>Search in the keys</source>
        <translation>Zoeken in de toetsen</translation>
    </message>
    <message>
        <source>Search: find, undo, Ctrl+D …</source>
        <translation>Zoek: brief, label, Ctrl+D …</translation>
    </message>
    <message>
        <source>close</source>
        <translation>sluiten</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>{keys} is for moving, typing or leaving: no command can have it.</source>
        <translation>{keys} is om te verplaatsen, te typen of te sluiten: een opdracht kan die toets niet krijgen.</translation>
    </message>
    <message>
        <source>{keys} is held by the tag “{name}” of this project&apos;s codebook.</source>
        <translation>{keys} is al van het label “{name}” uit het codeboek van dit project.</translation>
    </message>
    <message>
        <source>{keys} is held by “{name}” in the correction box.</source>
        <translation>{keys} is al van “{name}” in het correctievenster.</translation>
    </message>
    <message>
        <source>{keys} is held by “{name}”.</source>
        <translation>{keys} is al van “{name}”.</translation>
    </message>
    <message>
        <source>{keys} types in fields, and this command works everywhere: add Ctrl or Alt to it.</source>
        <translation>{keys} typt in velden, en deze opdracht werkt overal: voeg Ctrl of Alt toe.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Opdrachten en hun toetsen</translation>
    </message>
    <message>
        <source>No command found.</source>
        <translation>Geen opdracht gevonden.</translation>
    </message>
    <message>
        <source>Press the keys for “{name}”. Esc keeps them as they are.</source>
        <translation>Druk op de toetsen voor “{name}”. Met Esc blijft het zo.</translation>
    </message>
    <message>
        <source>Reset &amp;all keys</source>
        <translation>&amp;Alle toetsen terugzetten</translation>
    </message>
    <message>
        <source>Search in the commands</source>
        <translation>Zoeken in de opdrachten</translation>
    </message>
    <message>
        <source>Search: a command, a menu or a key</source>
        <translation>Zoeken: een opdracht, een menu of een toets</translation>
    </message>
    <message>
        <source>as delivered</source>
        <translation>zoals geleverd</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>geen toets</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>nog een</translation>
    </message>
    <message>
        <source>other keys</source>
        <translation>andere toetsen</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>The word list {path} is missing or damaged: install the program again.</source>
        <translation>De woordenlijst {path} ontbreekt of is beschadigd: installeer het programma opnieuw.</translation>
    </message>
    <message>
        <source>{name} holds nothing learnt: choose a file that was exported from a project.</source>
        <translation>In {name} staat niets dat geleerd is: kies een bestand dat uit een project is geëxporteerd.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>There are no word tables for the language {language}: choose one of {known}, or put a folder of that name into {folder}.</source>
        <translation>Er zijn geen woordtabellen voor de taal {language}: kies een van {known}, of zet een map met die naam in {folder}.</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>&amp;Remove</source>
        <translation>Ve&amp;rwijderen</translation>
    </message>
    <message>
        <source>&amp;Save the layout as…</source>
        <translation>Vensterindeling &amp;bewaren als…</translation>
    </message>
    <message>
        <source>Its name; one of the same name is replaced</source>
        <translation>Naam; een indeling met dezelfde naam wordt vervangen</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Vensterindelingen</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Vensterindeling bewaren</translation>
    </message>
    <message>
        <source>The &amp;usual layout</source>
        <translation>&amp;Gewone vensterindeling</translation>
    </message>
</context>
<context>
    <name>LearntController</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergeten</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Begun anew.</source>
        <translation>Opnieuw begonnen.</translation>
    </message>
    <message>
        <source>Export what was learnt</source>
        <translation>Exporteren wat geleerd is</translation>
    </message>
    <message>
        <source>Forget what was learnt until now?</source>
        <translation>Vergeten wat tot nu toe geleerd is?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Learnt again from all corrections and verdicts.</source>
        <translation>Opnieuw geleerd uit alle correcties en oordelen.</translation>
    </message>
    <message>
        <source>Take over what another project learnt</source>
        <translation>Overnemen wat een ander project geleerd heeft</translation>
    </message>
    <message>
        <source>Taken over from {name}.</source>
        <translation>Overgenomen uit {name}.</translation>
    </message>
    <message>
        <source>The corrections and verdicts stay, but the program no longer learns from them. “Learn again from all” brings that back; what came from another project is gone.</source>
        <translation>De correcties en oordelen blijven, maar het programma leert er niet meer van. Met “Opnieuw leren uit alles” komt dat terug; wat uit een ander project kwam, is weg.</translation>
    </message>
    <message>
        <source>What was learnt (*.json)</source>
        <translation>Wat geleerd is (*.json)</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Geschreven naar {name}.</translation>
    </message>
    <message>
        <source>“{tag}” is no longer proposed.</source>
        <translation>“{tag}” wordt niet meer voorgesteld.</translation>
    </message>
    <message>
        <source>“{tag}” is proposed again.</source>
        <translation>“{tag}” wordt weer voorgesteld.</translation>
    </message>
    <message>
        <source>“{word}” is no longer a word of the project.</source>
        <translation>“{word}” hoort niet meer bij de woorden van het project.</translation>
    </message>
</context>
<context>
    <name>LearntPage</name>
    <message>
        <source>Accepted</source>
        <translation>Overgenomen</translation>
    </message>
    <message>
        <source>Add what another project exported.</source>
        <translation>Toevoegen wat uit een ander project is geëxporteerd.</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Opnieuw beginnen…</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwisselingen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteer…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Forget what was learnt until now; the corrections themselves stay.</source>
        <translation>Vergeten wat tot nu toe geleerd is; de correcties zelf blijven.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Its last, confirmed</source>
        <translation>Zijn laatste, bevestigd</translation>
    </message>
    <message>
        <source>Learn again from all</source>
        <translation>Opnieuw leren uit alles</translation>
    </message>
    <message>
        <source>Learn from all corrections and verdicts of the project.</source>
        <translation>Leren uit alle correcties en oordelen van het project.</translation>
    </message>
    <message>
        <source>No words yet. Ctrl+Shift+D in the correction box calls a word always right: it is never doubted again in this project.</source>
        <translation>Nog geen woorden. Met Ctrl+Shift+D in het correctievenster zeg je dat een woord altijd klopt: er wordt in dit project nooit meer aan getwijfeld.</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>Niets past bij het filter.</translation>
    </message>
    <message>
        <source>Nothing was learnt of tags yet. Tag sentences in a few letters: from eight on, in three letters, the program may propose others like them.</source>
        <translation>Over labels is nog niets geleerd. Label zinnen in een paar brieven: vanaf acht, in drie brieven, kan het programma er meer zoals die voorstellen.</translation>
    </message>
    <message>
        <source>Nothing was learnt yet. Every correction that is accepted or typed teaches the program what this scanner misreads.</source>
        <translation>Er is nog niets geleerd. Elke correctie die je overneemt of typt, leert het programma wat deze scanner verkeerd leest.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Op papier</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Reading what was learnt…</source>
        <translation>Ophalen wat geleerd is…</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juist</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Aanzetten</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Overnemen…</translation>
    </message>
    <message>
        <source>Take the word out</source>
        <translation>Woord weghalen</translation>
    </message>
    <message>
        <source>The passages that were confirmed and turned down teach the program what else to propose for a tag. “Right” and “found” are measured on letters that the tag was not learnt from.</source>
        <translation>Van de passages die zijn bevestigd en afgewezen leert het programma wat het nog meer kan voorstellen voor een label. “Juist” en “gevonden” zijn gemeten op brieven waarvan het label niet is geleerd.</translation>
    </message>
    <message>
        <source>The project&apos;s words</source>
        <translation>Woorden van het project</translation>
    </message>
    <message>
        <source>These words are never doubted: they were called always right, here or elsewhere.</source>
        <translation>Aan deze woorden wordt nooit getwijfeld: hier of in een ander project is gezegd dat ze altijd kloppen.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Keer</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat het doet</translation>
    </message>
    <message>
        <source>What the OCR takes for what, learnt from the corrections: the more often, the sooner the program doubts it and knows the right reading, in all letters of this project.</source>
        <translation>Wat de OCR waarvoor aanziet, geleerd uit de correcties. Hoe vaker het voorkomt, hoe eerder het programma eraan twijfelt en de juiste lezing weet, in alle brieven van dit project.</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Wat er wordt getoond</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Wat geleerd is</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>is not sure enough</source>
        <translation>is niet zeker genoeg</translation>
    </message>
    <message>
        <source>marks less than sentences</source>
        <translation>staat bij minder dan zinnen</translation>
    </message>
    <message>
        <source>needs more examples</source>
        <translation>heeft meer voorbeelden nodig</translation>
    </message>
    <message>
        <source>proposes</source>
        <translation>stelt voor</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>uitgezet</translation>
    </message>
</context>
<context>
    <name>LetterActions</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Removing letters…</source>
        <translation>Brieven worden verwijderd…</translation>
    </message>
    <message>
        <source>Rename the letter</source>
        <translation>Brief hernoemen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Hernoemen…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>LettersList</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter by tag, field or what is left to do</source>
        <translation>Filteren op label, veld of wat er nog te doen is</translation>
    </message>
    <message>
        <source>Filter the letters by title or file</source>
        <translation>Brieven filteren op titel of bestand</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <source>No letters yet: drop files here, or press {key}.</source>
        <translation>Nog geen brieven: sleep bestanden hierheen, of druk op {key}.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>Share of the letters that is done</source>
        <translation>Deel van de brieven dat klaar is</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>no suspects</source>
        <translation>geen twijfelgevallen</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} done</source>
        <translation>{done:,} van {total:,} klaar</translation>
    </message>
    <message>
        <source>{n:,} chosen</source>
        <translation>{n:,} gekozen</translation>
    </message>
    <message>
        <source>{n:page|pages}</source>
        <translation>{n:pagina|pagina&apos;s}</translation>
    </message>
    <message>
        <source>{n:proposal|proposals}</source>
        <translation>{n:voorstel|voorstellen}</translation>
    </message>
    <message>
        <source>{n:suspect|suspects}</source>
        <translation>{n:twijfelgeval|twijfelgevallen}</translation>
    </message>
</context>
<context>
    <name>LettersModel</name>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>not in the letter</source>
        <translation>niet in de brief</translation>
    </message>
    <message>
        <source>proposed: {value}</source>
        <translation>voorgesteld: {value}</translation>
    </message>
</context>
<context>
    <name>LettersTable</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln brief</numerusform>
            <numerusform>%Ln brieven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) selected.</source>
        <translation>
            <numerusform>%Ln brief geselecteerd.</numerusform>
            <numerusform>%Ln brieven geselecteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>All letters</source>
        <translation>Alle brieven</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Confirm the selected</source>
        <translation>Selectie bevestigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corrigeren…</translation>
    </message>
    <message>
        <source>Dashed: proposed by the program, nobody has decided yet. “missing”: a field that must be filled; “-” typed there: not in the letter.
C confirms what is selected, Shift+Delete turns it down, Enter corrects it. Shift+arrows select more, Ctrl+Space the whole column. Ctrl+Z undoes.</source>
        <translation>Gestippeld: voorgesteld door het programma, nog niet beslist. “ontbreekt”: een veld dat ingevuld moet worden; daar “-” typen: niet in de brief.
C bevestigt wat geselecteerd is, Shift+Delete wijst het af, Enter verbetert het. Shift+pijltjes selecteert meer, Ctrl+spatie de hele kolom. Ctrl+Z maakt ongedaan.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Filter: title or value</source>
        <translation>Filter: titel of waarde</translation>
    </message>
    <message>
        <source>Letters and their fields</source>
        <translation>Brieven en hun velden</translation>
    </message>
    <message>
        <source>No evidence for this value.</source>
        <translation>Geen vindplaats bij deze waarde.</translation>
    </message>
    <message>
        <source>No letter fits the filter. Clear it to see all letters.</source>
        <translation>Geen brief past bij het filter. Wis het filter om alle brieven te zien.</translation>
    </message>
    <message>
        <source>Nothing proposed is selected.</source>
        <translation>In de selectie staat geen voorstel.</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>Brief openen</translation>
    </message>
    <message>
        <source>Select the whole column</source>
        <translation>De hele kolom selecteren</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Sorteren op deze kolom</translation>
    </message>
    <message>
        <source>There are no letters yet. Import some: each becomes a row here.</source>
        <translation>Er zijn nog geen brieven. Importeer er een paar: elke brief wordt hier een rij.</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Which letters</source>
        <translation>Welke brieven</translation>
    </message>
    <message>
        <source>With a field that is not in the letter</source>
        <translation>Met een veld dat niet in de brief staat</translation>
    </message>
    <message>
        <source>With proposals</source>
        <translation>Met voorstellen</translation>
    </message>
    <message>
        <source>With something missing</source>
        <translation>Waaraan iets ontbreekt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Tekst van de brief</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Contents of the manual</source>
        <translation>Inhoud van de handleiding</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Zoeken in de handleiding</translation>
    </message>
    <message>
        <source>The manual</source>
        <translation>De handleiding</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle toetsen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Corrigeren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>B&amp;rief</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Sectie</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Labelen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>Code&amp;book</source>
        <translation>Code&amp;boek</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>&amp;Formulier</translation>
    </message>
    <message>
        <source>P&amp;anes</source>
        <translation>P&amp;anelen</translation>
    </message>
    <message>
        <source>Page &amp;images</source>
        <translation>Pagina&amp;beelden</translation>
    </message>
    <message>
        <source>Read &amp;anew</source>
        <translation>Opnieuw &amp;inlezen</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;kstgrootte</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>All that carries “{name}” gets the chosen tag, in all letters. “{name}” is deleted. It is one change, which Ctrl+Z undoes.</source>
        <translation>Alles wat “{name}” draagt, krijgt het gekozen label, in alle brieven. “{name}” verdwijnt. Het is één wijziging, die Ctrl+Z ongedaan maakt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>Labels samenvoegen</translation>
    </message>
    <message>
        <source>Merge “{name}” with…</source>
        <translation>“{name}” samenvoegen met…</translation>
    </message>
    <message>
        <source>Tags to merge with</source>
        <translation>Labels om mee samen te voegen</translation>
    </message>
    <message>
        <source>There is no other tag of this kind.</source>
        <translation>Er is geen ander label van deze soort.</translation>
    </message>
</context>
<context>
    <name>ModeBadge</name>
    <message>
        <source>EDITING</source>
        <translation>TYPEN</translation>
    </message>
    <message>
        <source>GOING THROUGH</source>
        <translation>NALOPEN</translation>
    </message>
    <message>
        <source>Mode: {name}</source>
        <translation>Stand: {name}</translation>
    </message>
    <message>
        <source>READING</source>
        <translation>LEZEN</translation>
    </message>
</context>
<context>
    <name>MouseMenus</name>
    <message>
        <source>A level down</source>
        <translation>Een niveau lager</translation>
    </message>
    <message>
        <source>A level up</source>
        <translation>Een niveau hoger</translation>
    </message>
    <message>
        <source>Change the tag</source>
        <translation>Ander label</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knippen</translation>
    </message>
    <message>
        <source>Merge with the section before</source>
        <translation>Samenvoegen met de sectie ervoor</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Remove “{tag}”</source>
        <translation>“{tag}” weghalen</translation>
    </message>
    <message>
        <source>Right as it stands</source>
        <translation>Het klopt zo</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Tag the section</source>
        <translation>Sectie labelen</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>Afwijzen</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Wie is er aan het werk?</translation>
    </message>
    <message>
        <source>Your name goes with every change you make, so that others can see who did what. A pseudonym or initials will do. It is kept on this computer and in the project, nowhere else.</source>
        <translation>Je naam komt bij elke wijziging te staan, zodat anderen zien wie wat heeft gedaan. Een pseudoniem of initialen mag ook. De naam wordt alleen op deze computer en in het project bewaard.</translation>
    </message>
    <message>
        <source>Your name or pseudonym</source>
        <translation>Je naam of pseudoniem</translation>
    </message>
    <message>
        <source>name, pseudonym or initials</source>
        <translation>naam, pseudoniem of initialen</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>Line number, 1 to {lines:,}; or a page: p 1 to p {pages:,}</source>
        <translation>Regelnummer, 1 tot en met {lines:,}; of een pagina: p 1 tot en met p {pages:,}</translation>
    </message>
</context>
<context>
    <name>NewPage</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Its id is made of this name, and stays when the name changes.</source>
        <translation>Het id wordt van deze naam gemaakt, en blijft als de naam verandert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>New choice</source>
        <translation>Nieuwe keuze</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Nieuw veld</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Nieuw onderdeel</translation>
    </message>
    <message>
        <source>New passage tag</source>
        <translation>Nieuw label voor passages</translation>
    </message>
    <message>
        <source>New section tag</source>
        <translation>Nieuw label voor secties</translation>
    </message>
    <message>
        <source>add</source>
        <translation>toevoegen</translation>
    </message>
    <message>
        <source>not after all</source>
        <translation>toch niet</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>A note on this letter, for yourself and your colleagues</source>
        <translation>Een notitie bij deze brief, voor jezelf en je collega&apos;s</translation>
    </message>
    <message>
        <source>At import: {said}</source>
        <translation>Bij het importeren: {said}</translation>
    </message>
    <message>
        <source>Note on the letter</source>
        <translation>Notitie bij de brief</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>What import had to say of the letter</source>
        <translation>Wat het importeren over de brief meldde</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Close without saving it</source>
        <translation>Sluiten zonder te bewaren</translation>
    </message>
    <message>
        <source>Kanttekening projects (*.kant)</source>
        <translation>Kanttekening-projecten (*.kant)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Stay and try again</source>
        <translation>Hier blijven en opnieuw proberen</translation>
    </message>
    <message>
        <source>letters.kant</source>
        <translation>brieven.kant</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>(no heading)</source>
        <translation>(geen kop)</translation>
    </message>
    <message>
        <source>No sections yet.</source>
        <translation>Nog geen secties.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>bevestig</translation>
    </message>
    <message>
        <source>confirm all</source>
        <translation>bevestig alles</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>knip</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>level {n}</source>
        <translation>niveau {n}</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>voeg samen</translation>
    </message>
    <message>
        <source>proposed: {key} confirms it</source>
        <translation>voorgesteld: {key} bevestigt</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page image</source>
        <translation>Paginabeeld</translation>
    </message>
</context>
<context>
    <name>PageNotice</name>
    <message>
        <source>A font of this page does not say which letters its signs are: compare the text with the page.</source>
        <translation>Een lettertype van deze pagina zegt niet welke letters zijn tekens zijn: vergelijk de tekst met de pagina.</translation>
    </message>
    <message>
        <source>A stamp or watermark lies across the text: it stands by itself, behind the text of the page. Lines: {lines}.</source>
        <translation>Een stempel of watermerk staat dwars over de tekst: het staat apart, achter de tekst van de pagina. Regels: {lines}.</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>Op deze pagina is geen tekst gevonden.</translation>
    </message>
    <message>
        <source>Some signs of this page could not be read: they are shown as �.</source>
        <translation>Sommige tekens van deze pagina waren niet te lezen: daar staat �.</translation>
    </message>
    <message>
        <source>Text stands over other text on this page: words may have run together.</source>
        <translation>Op deze pagina staat tekst over andere tekst heen: woorden kunnen door elkaar lopen.</translation>
    </message>
    <message>
        <source>The file has text that is not to be seen on the page (under a bar, white on white, outside the page, cut off, or on a layer that is switched off): it was left out. Lines: {lines}.</source>
        <translation>Het bestand heeft tekst die op de bladzijde niet te zien is (onder een balk, wit op wit, buiten de bladzijde, afgesneden, of op een laag die uit staat): die is weggelaten. Regels: {lines}.</translation>
    </message>
    <message>
        <source>The file has the text of this page in another order than it has on paper. It follows the paper here: look whether it reads well.</source>
        <translation>In het bestand staat de tekst van deze pagina in een andere volgorde dan op papier. Hier volgt hij het papier: kijk of het goed leest.</translation>
    </message>
    <message>
        <source>The text of this page was recognised by this program, from its picture.</source>
        <translation>De tekst van deze pagina is door dit programma herkend, uit de afbeelding.</translation>
    </message>
    <message>
        <source>What was filled in stands at the place of its field: look whether it reads well.</source>
        <translation>Wat is ingevuld staat op de plaats van zijn veld: kijk of het goed leest.</translation>
    </message>
    <message>
        <source>a stamp across the text</source>
        <translation>een stempel over de tekst</translation>
    </message>
    <message>
        <source>filled in form</source>
        <translation>ingevuld formulier</translation>
    </message>
    <message>
        <source>hidden text</source>
        <translation>verborgen tekst</translation>
    </message>
    <message>
        <source>letters may be wrong</source>
        <translation>letters kunnen fout zijn</translation>
    </message>
    <message>
        <source>no text yet</source>
        <translation>nog geen tekst</translation>
    </message>
    <message>
        <source>order of the text was changed</source>
        <translation>volgorde van de tekst aangepast</translation>
    </message>
    <message>
        <source>recognised here</source>
        <translation>hier herkend</translation>
    </message>
    <message>
        <source>signs that cannot be read</source>
        <translation>tekens die niet te lezen zijn</translation>
    </message>
    <message>
        <source>text over text</source>
        <translation>tekst over tekst</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>All of the page</source>
        <translation>De hele pagina</translation>
    </message>
    <message>
        <source>As wide as their lines</source>
        <translation>Zo breed als de regels</translation>
    </message>
    <message>
        <source>Bigger page images</source>
        <translation>Paginabeelden groter</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Naar een pagina</translation>
    </message>
    <message>
        <source>Smaller page images</source>
        <translation>Paginabeelden kleiner</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Volgende pagina</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Vorige pagina</translation>
    </message>
    <message>
        <source>whole page</source>
        <translation>hele pagina</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{page} / {count:,}</source>
        <translation>{page} / {count:,}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page image</source>
        <translation>Paginabeeld</translation>
    </message>
    <message>
        <source>Page {page} of {count:,}</source>
        <translation>Pagina {page} van {count:,}</translation>
    </message>
    <message>
        <source>follows the text</source>
        <translation>volgt de tekst</translation>
    </message>
    <message>
        <source>stays where it is</source>
        <translation>blijft staan</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>The image of this page cannot be drawn: it asks for a password.</source>
        <translation>Het beeld van deze pagina kan niet worden getekend: er is een wachtwoord voor nodig.</translation>
    </message>
    <message>
        <source>The image of this page cannot be drawn: it has too many dots.</source>
        <translation>Het beeld van deze pagina kan niet worden getekend: het heeft te veel beeldpunten.</translation>
    </message>
    <message>
        <source>The image of this page cannot be drawn: the file is damaged here.</source>
        <translation>Het beeld van deze pagina kan niet worden getekend: het bestand is hier beschadigd.</translation>
    </message>
    <message>
        <source>The image of this page cannot be drawn: the source is damaged.</source>
        <translation>Het beeld van deze pagina kan niet worden getekend: het bronbestand is beschadigd.</translation>
    </message>
    <message>
        <source>The image of this page takes too long to draw: it is left out.</source>
        <translation>Het tekenen van deze pagina duurt te lang: het beeld is weggelaten.</translation>
    </message>
    <message>
        <source>There is no image of this page: its text came without one.</source>
        <translation>Van deze pagina is er geen beeld: de tekst kwam zonder beeld binnen.</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) may be the pages of letters</source>
        <translation>
            <numerusform>%Ln bestand is misschien een pagina van een brief</numerusform>
            <numerusform>%Ln bestanden zijn misschien de pagina&apos;s van brieven</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importeren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Letters: one of each file (%Ln letter(s))</source>
        <translation>
            <numerusform>&amp;Brieven: elk bestand een brief (%Ln brief)</numerusform>
            <numerusform>&amp;Brieven: elk bestand een brief (%Ln brieven)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pages: one letter of each name (%Ln letter(s))</source>
        <translation>
            <numerusform>&amp;Pagina&apos;s: per naam één brief (%Ln brief)</numerusform>
            <numerusform>&amp;Pagina&apos;s: per naam één brief (%Ln brieven)</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters or pages</source>
        <translation>Brieven, of pagina&apos;s ervan</translation>
    </message>
    <message>
        <source>Their names differ only by the number at the end.</source>
        <translation>Hun namen verschillen alleen door het nummer aan het eind.</translation>
    </message>
    <message>
        <source>{name}: {first} to {last}</source>
        <translation>{name}: {first} tot en met {last}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palet</translation>
    </message>
    <message>
        <source>These differ for people who see no red or no green too.</source>
        <translation>Deze verschillen ook voor wie geen rood of geen groen ziet.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>close</source>
        <translation>sluiten</translation>
    </message>
    <message>
        <source>colour {number} of {count:,}</source>
        <translation>kleur {number} van {count:,}</translation>
    </message>
    <message>
        <source>run</source>
        <translation>uitvoeren</translation>
    </message>
</context>
<context>
    <name>PaletteController</name>
    <message>
        <source>Colours: as the system does</source>
        <translation>Kleuren: zoals het systeem</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Kleuren: donker</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Kleuren: licht</translation>
    </message>
    <message>
        <source>Find a command or letter…</source>
        <translation>Zoek een opdracht of brief…</translation>
    </message>
    <message>
        <source>Find a command, a tag, a letter or a setting; p 3 is page 3</source>
        <translation>Zoek een opdracht, label, brief of instelling; p 3 is pagina 3</translation>
    </message>
    <message>
        <source>Go to line {number}</source>
        <translation>Naar regel {number}</translation>
    </message>
    <message>
        <source>Go to page {number}</source>
        <translation>Naar pagina {number}</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Vensterindeling: {name}</translation>
    </message>
    <message>
        <source>Open the project {name}</source>
        <translation>Project {name} openen</translation>
    </message>
    <message>
        <source>Settings: analyst, language, colours, text size</source>
        <translation>Instellingen: analist, taal, kleuren, tekstgrootte</translation>
    </message>
    <message>
        <source>Settings: backups</source>
        <translation>Instellingen: back-ups</translation>
    </message>
    <message>
        <source>Settings: keys</source>
        <translation>Instellingen: toetsen</translation>
    </message>
    <message>
        <source>Tag as {tag}</source>
        <translation>Labelen als {tag}</translation>
    </message>
    <message>
        <source>Title, source, date or dossier number of a letter</source>
        <translation>Titel, bronbestand, datum of dossiernummer van een brief</translation>
    </message>
    <message>
        <source>no letter is open</source>
        <translation>er is geen brief open</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>er is geen project open</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>nu niet mogelijk</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>instellingen</translation>
    </message>
    <message>
        <source>the project is open for reading only</source>
        <translation>het project is alleen-lezen geopend</translation>
    </message>
</context>
<context>
    <name>PassageEnds</name>
    <message>
        <source>Drag this to move the end of the passage</source>
        <translation>Sleep hieraan om het einde van de passage te verplaatsen</translation>
    </message>
</context>
<context>
    <name>PassagesModel</name>
    <message>
        <source>After</source>
        <translation>Erna</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ervoor</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>proposed: {value}</source>
        <translation>voorgesteld: {value}</translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>All tags</source>
        <translation>Alle labels</translation>
    </message>
    <message>
        <source>No passages yet: select words in the text and press a tag&apos;s key.</source>
        <translation>Nog geen passages: selecteer woorden in de tekst en druk op de toets van een label.</translation>
    </message>
    <message>
        <source>Note on the passage</source>
        <translation>Notitie bij de passage</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Show the passages with this tag</source>
        <translation>Alleen passages met dit label</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>regel {n}</translation>
    </message>
    <message>
        <source>text deleted</source>
        <translation>tekst verwijderd</translation>
    </message>
    <message>
        <source>{n:,} of {total:,}</source>
        <translation>{n:,} van {total:,}</translation>
    </message>
</context>
<context>
    <name>PassagesTable</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message>
        <source>All passages</source>
        <translation>Alle passages</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle labels</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Confirm the selected</source>
        <translation>Selectie bevestigen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>De passage kopiëren</translation>
    </message>
    <message>
        <source>Dashed: proposed by the program, nobody has decided yet.
C confirms what is selected, Shift+Delete turns it down. Shift+arrows select more, Ctrl+A all that are shown. Ctrl+Z undoes.</source>
        <translation>Gestippeld: voorgesteld door het programma, nog niet beslist.
C bevestigt wat geselecteerd is, Shift+Delete wijst het af. Shift+pijltjes selecteert meer, Ctrl+A alles wat getoond wordt. Ctrl+Z maakt ongedaan.</translation>
    </message>
    <message>
        <source>Filter: words of the passage</source>
        <translation>Filter: woorden van de passage</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Naar de plaats</translation>
    </message>
    <message>
        <source>No passage fits the filters. Clear them to see all passages.</source>
        <translation>Geen passage past bij de filters. Wis de filters om alle passages te zien.</translation>
    </message>
    <message>
        <source>Nothing proposed is selected.</source>
        <translation>In de selectie staat geen voorstel.</translation>
    </message>
    <message>
        <source>Only this tag</source>
        <translation>Alleen dit label</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Place in the letter</source>
        <translation>Plaats in de brief</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Proposed and confirmed</source>
        <translation>Voorgesteld en bevestigd</translation>
    </message>
    <message>
        <source>Proposed, learnt</source>
        <translation>Voorgesteld, geleerd</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Bewaren als CSV…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>There are no passages yet. The program proposes some when a letter is opened, or for all letters at once; in the text a tag&apos;s key makes one of what is selected.</source>
        <translation>Er zijn nog geen passages. Het programma stelt er voor zodra een brief wordt geopend, of voor alle brieven tegelijk; in de tekst maakt de toets van een label er een van de selectie.</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>Afwijzen</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) need a password</source>
        <translation>
            <numerusform>%Ln bestand vraagt een wachtwoord</numerusform>
            <numerusform>%Ln bestanden vragen een wachtwoord</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Leave them out</source>
        <translation>&amp;Weglaten</translation>
    </message>
    <message>
        <source>&amp;Open them</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>Locked files</source>
        <translation>Vergrendelde bestanden</translation>
    </message>
    <message>
        <source>One password is tried on all of them. It is kept nowhere.</source>
        <translation>Eén wachtwoord wordt op alle geprobeerd. Het wordt nergens bewaard.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>That password opened none of these files. Try another one, or leave them out.</source>
        <translation>Dat wachtwoord opende geen van deze bestanden. Probeer een ander, of laat ze weg.</translation>
    </message>
    <message>
        <source>password</source>
        <translation>wachtwoord</translation>
    </message>
</context>
<context>
    <name>PlacesPreview</name>
    <message>
        <source>Correct at several places</source>
        <translation>Op meer plaatsen corrigeren</translation>
    </message>
    <message>
        <source>Correct {count:place|places}</source>
        <translation>{count:plaats|plaatsen} corrigeren</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>annuleren</translation>
    </message>
    <message>
        <source>one step, one undo; tags stay</source>
        <translation>één stap, in één keer ongedaan te maken; labels blijven</translation>
    </message>
    <message>
        <source>this letter</source>
        <translation>deze brief</translation>
    </message>
    <message>
        <source>this place on or off</source>
        <translation>deze plaats aan of uit</translation>
    </message>
    <message>
        <source>{count:place|places} in {letters:letter|letters} · {ticked:,} ticked</source>
        <translation>{count:plaats|plaatsen} in {letters:brief|brieven} · {ticked:,} aangevinkt</translation>
    </message>
    <message>
        <source>{count:place|places} · {ticked:,} ticked</source>
        <translation>{count:plaats|plaatsen} · {ticked:,} aangevinkt</translation>
    </message>
</context>
<context>
    <name>PlacesSide</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln brief</numerusform>
            <numerusform>%Ln brieven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln plaats</numerusform>
            <numerusform>%Ln plaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct {count:place|places}</source>
        <translation>{count:plaats|plaatsen} corrigeren</translation>
    </message>
    <message>
        <source>Every reading that is doubted stands at the left once, however often it occurs; here are its places in all letters, each with its image where there is one.

Enter corrects them all as one step, Space leaves the word for later, Ctrl+D says that it is right there, Ctrl+Shift+D that it always is. Ctrl+Z undoes the last decision.</source>
        <translation>Elke lezing waaraan wordt getwijfeld, staat links één keer, hoe vaak zij ook voorkomt. Hier staan de plaatsen in alle brieven, elk met een afbeelding als die er is.

Enter corrigeert ze allemaal in één stap, Spatie bewaart het woord voor later, Ctrl+D zegt dat het daar klopt, Ctrl+Shift+D dat het altijd klopt. Ctrl+Z maakt de laatste beslissing ongedaan.</translation>
    </message>
    <message>
        <source>Reading the places…</source>
        <translation>De plaatsen worden gelezen…</translation>
    </message>
    <message>
        <source>{places} in {letters} · {ticked:,} ticked</source>
        <translation>{places} in {letters} · {ticked:,} aangevinkt</translation>
    </message>
    <message numerus="yes">
        <source>✓ decided at %Ln place(s)</source>
        <translation>
            <numerusform>✓ beslist op %Ln plaats</numerusform>
            <numerusform>✓ beslist op %Ln plaatsen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Corrections disputed</source>
        <translation>Correcties betwist</translation>
    </message>
    <message>
        <source>Corrections kept</source>
        <translation>Correcties behouden</translation>
    </message>
    <message>
        <source>Corrections not needed any more</source>
        <translation>Correcties niet meer nodig</translation>
    </message>
    <message>
        <source>Disputed corrections</source>
        <translation>Betwiste correcties</translation>
    </message>
    <message>
        <source>Disputed: the new reading says something else again. What you made of it stays, as a suspect.</source>
        <translation>Betwist: de nieuwe lezing is weer iets anders. Wat jij ervan maakte, blijft staan als twijfelgeval.</translation>
    </message>
    <message>
        <source>Few words are the same: this may be another letter.</source>
        <translation>Weinig woorden zijn gelijk: dit kan een andere brief zijn.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Places that change</source>
        <translation>Plaatsen die veranderen</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>Read anew from {name}</source>
        <translation>Opnieuw lezen uit {name}</translation>
    </message>
    <message>
        <source>Tags and values whose words are gone</source>
        <translation>Labels en waarden zonder hun woorden</translation>
    </message>
    <message>
        <source>The new reading disputes no correction.</source>
        <translation>De nieuwe lezing betwist geen enkele correctie.</translation>
    </message>
    <message>
        <source>read before: {words}</source>
        <translation>eerder gelezen: {words}</translation>
    </message>
    <message>
        <source>yours “{yours}”, read anew “{new}”, before “{before}”</source>
        <translation>van jou “{yours}”, opnieuw gelezen “{new}”, daarvoor “{before}”</translation>
    </message>
    <message>
        <source>{before}, then {after}</source>
        <translation>{before}, daarna {after}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop: {what}</source>
        <translation>Stoppen: {what}</translation>
    </message>
    <message>
        <source>less than a minute to go</source>
        <translation>nog geen minuut</translation>
    </message>
    <message numerus="yes">
        <source>some %Ln minute(s) to go</source>
        <translation>
            <numerusform>nog ongeveer %Ln minuut</numerusform>
            <numerusform>nog ongeveer %Ln minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} van {total:,}</translation>
    </message>
    <message>
        <source>{what} Stopping…</source>
        <translation>{what} Wordt gestopt…</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>{name} belongs to a project that is open in this program. Choose another file.</source>
        <translation>{name} hoort bij een project dat in dit programma open is. Kies een ander bestand.</translation>
    </message>
    <message>
        <source>{name} is a project or belongs to one: it is not written over. Choose another name.</source>
        <translation>{name} is een project of hoort erbij: het wordt niet overschreven. Kies een andere naam.</translation>
    </message>
</context>
<context>
    <name>ProjectImports</name>
    <message>
        <source>Importing a project…</source>
        <translation>Project importeren…</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>A codebook of your own (*.kant)</source>
        <translation>Een eigen codeboek (*.kant)</translation>
    </message>
    <message>
        <source>Choose a codebook</source>
        <translation>Kies een codeboek</translation>
    </message>
    <message>
        <source>Codebooks (*.toml *.qdc *.qdpx)</source>
        <translation>Codeboeken (*.toml *.qdc *.qdpx)</translation>
    </message>
    <message>
        <source>{codebook} (*.kant)</source>
        <translation>{codebook} (*.kant)</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>A name and an office stand below the text.</source>
        <translation>Onder de tekst staan een naam en een functie.</translation>
    </message>
    <message>
        <source>It follows from what stands before and after it.</source>
        <translation>Het volgt uit wat ervoor en erna staat.</translation>
    </message>
    <message>
        <source>It goes on from the paper that is named before it.</source>
        <translation>Het gaat verder op het stuk dat ervoor genoemd wordt.</translation>
    </message>
    <message>
        <source>It has the form of the number of a paper of parliament.</source>
        <translation>Het heeft de vorm van het nummer van een Kamerstuk.</translation>
    </message>
    <message>
        <source>It is a date.</source>
        <translation>Het is een datum.</translation>
    </message>
    <message>
        <source>It is a notice that follows the letter.</source>
        <translation>Het is een mededeling die op de brief volgt.</translation>
    </message>
    <message>
        <source>It is a sum of money.</source>
        <translation>Het is een geldbedrag.</translation>
    </message>
    <message>
        <source>It is named as a paper of parliament.</source>
        <translation>Het wordt als Kamerstuk genoemd.</translation>
    </message>
    <message>
        <source>It is named as the annex of a paper of parliament.</source>
        <translation>Het wordt als bijlage bij een Kamerstuk genoemd.</translation>
    </message>
    <message>
        <source>It is printed like this at the head of a parliamentary paper.</source>
        <translation>Zo staat het gedrukt boven een Kamerstuk.</translation>
    </message>
    <message>
        <source>It is the date line of the letterhead.</source>
        <translation>Het is de datumregel van het briefhoofd.</translation>
    </message>
    <message>
        <source>It is the text before the first heading.</source>
        <translation>Het is de tekst vóór de eerste kop.</translation>
    </message>
    <message>
        <source>It looks like a date stamp.</source>
        <translation>Het lijkt een datumstempel.</translation>
    </message>
    <message>
        <source>It stands at the head of the address.</source>
        <translation>Het staat bovenaan het adres.</translation>
    </message>
    <message>
        <source>It stands before the salutation.</source>
        <translation>Het staat vóór de aanhef.</translation>
    </message>
    <message>
        <source>It stands before the text of the letter.</source>
        <translation>Het staat vóór de tekst van de brief.</translation>
    </message>
    <message>
        <source>It stands behind its label in the letterhead.</source>
        <translation>Het staat achter de aanduiding in het briefhoofd.</translation>
    </message>
    <message>
        <source>It will be taken up in a report or a letter.</source>
        <translation>Het komt in een rapportage of een brief te staan.</translation>
    </message>
    <message>
        <source>Nothing in the letter says otherwise.</source>
        <translation>Niets in de brief wijst op iets anders.</translation>
    </message>
    <message>
        <source>Parliament is to receive something.</source>
        <translation>De Kamer zal iets ontvangen.</translation>
    </message>
    <message>
        <source>Passages of this tag say the same: {phrase}.</source>
        <translation>Passages met dit label zeggen hetzelfde: {phrase}.</translation>
    </message>
    <message>
        <source>Something is said to follow.</source>
        <translation>Er staat dat iets volgt.</translation>
    </message>
    <message>
        <source>Something is to be sent or published.</source>
        <translation>Er zal iets verstuurd of openbaar gemaakt worden.</translation>
    </message>
    <message>
        <source>The codebook gives “{phrase}” as a phrase of this tag.</source>
        <translation>Het codeboek noemt “{phrase}” als signaalzin van dit label.</translation>
    </message>
    <message>
        <source>The first sentence says what the letter is about.</source>
        <translation>De eerste zin zegt waar de brief over gaat.</translation>
    </message>
    <message>
        <source>The first sentence speaks of a meeting then.</source>
        <translation>De eerste zin noemt een vergadering op die dag.</translation>
    </message>
    <message>
        <source>The letter closes here.</source>
        <translation>Hier sluit de brief af.</translation>
    </message>
    <message>
        <source>The letter is addressed to this chair.</source>
        <translation>De brief is aan deze voorzitter gericht.</translation>
    </message>
    <message>
        <source>The letterhead names it first.</source>
        <translation>Het briefhoofd noemt het het eerst.</translation>
    </message>
    <message>
        <source>The letterhead names this ministry.</source>
        <translation>Het briefhoofd noemt dit ministerie.</translation>
    </message>
    <message>
        <source>The line announces an attachment.</source>
        <translation>De regel kondigt een bijlage aan.</translation>
    </message>
    <message>
        <source>The line greets the reader.</source>
        <translation>De regel begroet de lezer.</translation>
    </message>
    <message>
        <source>The line looks and stands like a heading.</source>
        <translation>De regel ziet eruit en staat als een kop.</translation>
    </message>
    <message>
        <source>The lines begin like footnotes.</source>
        <translation>De regels beginnen als voetnoten.</translation>
    </message>
    <message>
        <source>The program sees it so.</source>
        <translation>Zo ziet het programma het.</translation>
    </message>
    <message>
        <source>The subject speaks of a meeting then.</source>
        <translation>Het onderwerp noemt een vergadering op die dag.</translation>
    </message>
    <message>
        <source>The writer expects to send or finish something.</source>
        <translation>De schrijver verwacht iets te sturen of af te ronden.</translation>
    </message>
    <message>
        <source>The writer promises it in so many words.</source>
        <translation>De schrijver zegt het met zoveel woorden toe.</translation>
    </message>
    <message>
        <source>The writer says what will be reported or sent.</source>
        <translation>De schrijver zegt wat gemeld of gestuurd wordt.</translation>
    </message>
    <message>
        <source>The writer will come back to it.</source>
        <translation>De schrijver komt erop terug.</translation>
    </message>
    <message>
        <source>The writer will do so from now on.</source>
        <translation>De schrijver doet het voortaan zo.</translation>
    </message>
    <message>
        <source>The writer will go into it later.</source>
        <translation>De schrijver gaat er later op in.</translation>
    </message>
    <message>
        <source>The writer will report or send something.</source>
        <translation>De schrijver zal iets melden of sturen.</translation>
    </message>
    <message>
        <source>Words in the subject or the introduction say so.</source>
        <translation>Woorden in het onderwerp of de inleiding zeggen het.</translation>
    </message>
</context>
<context>
    <name>ProposalsController</name>
    <message>
        <source>Looking through all letters…</source>
        <translation>Alle brieven doornemen…</translation>
    </message>
    <message>
        <source>Why ({n}% sure): {reason}</source>
        <translation>Waarom ({n}% zeker): {reason}</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Waarom: {reason}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Zoeken in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestands&amp;type:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Del</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
</context>
<context>
    <name>Qda</name>
    <message>
        <source>Codes that no selection carries were left out, for want of room ({count:,}).</source>
        <translation>Codes die bij geen selectie staan, zijn weggelaten omdat er geen plaats voor is ({count:,}).</translation>
    </message>
    <message>
        <source>Codings with a code that is not in the codebook were left out ({count:,}).</source>
        <translation>Coderingen met een code die niet in het codeboek staat, zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Import the project “{name}”</source>
        <translation>Project “{name}” importeren</translation>
    </message>
    <message>
        <source>Marks that lie outside the text, or hold nothing, were left out ({count:,}).</source>
        <translation>Markeringen die buiten de tekst vallen of leeg zijn, zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Notes that belong to no text or selection were left out ({count:,}).</source>
        <translation>Notities die bij geen tekst of selectie horen, zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Pictures, sound, video and PDFs without a text were left out ({count:,}): {names}.</source>
        <translation>Beeld, geluid, video en pdf&apos;s zonder tekst zijn weggelaten ({count:,}): {names}.</translation>
    </message>
    <message>
        <source>Relations and chains between marks were left out ({count:,}).</source>
        <translation>Relaties en ketens tussen markeringen zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Selections that are areas of a page or stretches of time were left out ({count:,}).</source>
        <translation>Selecties die een vlak van een pagina of een tijdspanne zijn, zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Sets, links and graphs were left out ({count:,}).</source>
        <translation>Verzamelingen, verbanden en schema&apos;s zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>The text of “{title}” cannot be read: it was left out, with {count:selection|selections}.</source>
        <translation>De tekst van “{title}” is niet te lezen: die is weggelaten, met {count:selectie|selecties} erin.</translation>
    </message>
    <message>
        <source>The text of “{title}” is not in the file: it was left out, with {count:selection|selections}.</source>
        <translation>De tekst van “{title}” zit niet in het bestand: die is weggelaten, met {count:selectie|selecties} erin.</translation>
    </message>
    <message>
        <source>Values of cases without a text were left out ({count:,}).</source>
        <translation>Waarden van cases zonder tekst zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>Values that their field cannot read were left out ({count:,}).</source>
        <translation>Waarden die niet in hun veld passen, zijn weggelaten ({count:,}).</translation>
    </message>
    <message>
        <source>{name} has more than {limit:,} files in it: export the project in smaller parts.</source>
        <translation>{name} bevat meer dan {limit:,} bestanden: exporteer het project in kleinere delen.</translation>
    </message>
    <message>
        <source>{name} has no codes in it: choose a .qdc or .qdpx file with a codebook.</source>
        <translation>{name} bevat geen codes: kies een .qdc- of .qdpx-bestand met een codeboek.</translation>
    </message>
    <message>
        <source>{name} has no text in it: export it as XMI 1.0 with its text.</source>
        <translation>{name} bevat geen tekst: exporteer het als XMI 1.0 met de tekst erbij.</translation>
    </message>
    <message>
        <source>{name} has {count:,} codes, and a codebook may have at most {most:,} tags: merge some, and export again.</source>
        <translation>{name} heeft {count:,} codes, en een codeboek mag hoogstens {most:,} labels hebben: voeg er een aantal samen en exporteer opnieuw.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read as a REFI-QDA project: export it again.</source>
        <translation>{name} is beschadigd en niet te lezen als REFI-QDA-project: exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is locked with a password: export it without one.</source>
        <translation>{name} is met een wachtwoord vergrendeld: exporteer het zonder.</translation>
    </message>
    <message>
        <source>{name} is no REFI-QDA project: choose a .qdpx file, or a .qdc file for a codebook.</source>
        <translation>{name} is geen REFI-QDA-project: kies een .qdpx-bestand, of een .qdc-bestand voor een codeboek.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than a project is ({part}), which may do harm: export it again.</source>
        <translation>{name} is uitgepakt veel groter dan een project ({part}), en dat kan schade doen: exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>“{title}” has {count:selection that lies outside its text or holds nothing|selections that lie outside its text or hold nothing}: left out here.</source>
        <translation>“{title}” heeft {count:selectie die buiten de tekst ligt of leeg is: die is|selecties die buiten de tekst liggen of leeg zijn: die zijn} weggelaten.</translation>
    </message>
    <message>
        <source>“{title}” is letter {id} already, with another text: what was selected is at its words there; where those changed, it was left out ({count:,}).</source>
        <translation>“{title}” is al brief {id}, met een andere tekst: wat geselecteerd was staat daar bij zijn woorden; waar die veranderd zijn, is het weggelaten ({count:,}).</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message numerus="yes">
        <source>%Ln proposal(s)</source>
        <translation>
            <numerusform>%Ln voorstel</numerusform>
            <numerusform>%Ln voorstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suspect(s)</source>
        <translation>
            <numerusform>%Ln twijfelgeval</numerusform>
            <numerusform>%Ln twijfelgevallen</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} missing</source>
        <translation>{field} ontbreekt</translation>
    </message>
    <message>
        <source>{field} unreadable</source>
        <translation>{field} onleesbaar</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Back to reading {number}</source>
        <translation>Terug naar lezing {number}</translation>
    </message>
    <message>
        <source>Letter {id} already follows reading {number}.</source>
        <translation>Brief {id} volgt lezing {number} al.</translation>
    </message>
    <message>
        <source>Letter {id} has no reading {number}.</source>
        <translation>Brief {id} heeft geen lezing {number}.</translation>
    </message>
    <message>
        <source>Read anew from {name}</source>
        <translation>Opnieuw lezen uit {name}</translation>
    </message>
    <message>
        <source>Read anew: {count:place|places} changed, {disputed:correction|corrections} disputed. {keys} undoes it.</source>
        <translation>Opnieuw gelezen: {count:plaats|plaatsen} veranderd, {disputed:correctie|correcties} betwist. {keys} maakt het ongedaan.</translation>
    </message>
    <message>
        <source>The folder {name} has {count:letter|letters}, and one is to be read: name its file.</source>
        <translation>De map {name} heeft {count:brief|brieven}, en er is er één te lezen: noem het bestand ervan.</translation>
    </message>
    <message>
        <source>{name} has no text: nothing was read anew. Have an OCR program read it first.</source>
        <translation>{name} heeft geen tekst: er is niets opnieuw gelezen. Laat een OCR-programma het eerst lezen.</translation>
    </message>
    <message>
        <source>{name} says what letter {id} already says: there is nothing to read anew.</source>
        <translation>In {name} staat wat er al in brief {id} staat: er is niets opnieuw te lezen.</translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln pagina</numerusform>
            <numerusform>%Ln pagina&apos;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s)</source>
        <translation>
            <numerusform>%Ln lezing</numerusform>
            <numerusform>%Ln lezingen</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Go back to this reading</source>
        <translation>Terug naar deze lezing</translation>
    </message>
    <message>
        <source>Readings of this letter</source>
        <translation>Lezingen van deze brief</translation>
    </message>
    <message>
        <source>Readings, the newest first</source>
        <translation>Lezingen, de nieuwste eerst</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>geldt</translation>
    </message>
</context>
<context>
    <name>ReadyDialog</name>
    <message>
        <source>Back to the letter</source>
        <translation>Terug naar de brief</translation>
    </message>
    <message>
        <source>Done all the same</source>
        <translation>Toch klaar</translation>
    </message>
    <message>
        <source>Is this letter done?</source>
        <translation>Is deze brief klaar?</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>Nog niet klaar</translation>
    </message>
    <message>
        <source>This is still open. Press its number to go there.</source>
        <translation>Dit staat nog open. Druk op het cijfer om ernaartoe te gaan.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>{done:,} of {letters:letter|letters} done</source>
        <translation>{done:,} van {letters:brief|brieven} klaar</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>not found</source>
        <translation>niet gevonden</translation>
    </message>
</context>
<context>
    <name>Recognising</name>
    <message>
        <source>&amp;Recognise</source>
        <translation>&amp;Herkennen</translation>
    </message>
    <message>
        <source>Letter {n:,} of {total:,}</source>
        <translation>Brief {n:,} van {total:,}</translation>
    </message>
    <message>
        <source>Page {n:,} of {total:,}</source>
        <translation>Pagina {n:,} van {total:,}</translation>
    </message>
    <message>
        <source>Recognise anew</source>
        <translation>Opnieuw herkennen</translation>
    </message>
    <message>
        <source>Recognising…</source>
        <translation>Herkennen…</translation>
    </message>
    <message>
        <source>The program reads the pages itself, which takes a few seconds each. What you corrected, tagged and filled in stays.</source>
        <translation>Het programma leest de pagina&apos;s zelf; dat duurt enkele seconden per pagina. Wat je hebt gecorrigeerd, gelabeld en ingevuld, blijft.</translation>
    </message>
    <message>
        <source>its pages</source>
        <translation>de pagina&apos;s</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>Letter {id} has {pages:page|pages}, its source has {others:,}: recognise the whole letter anew.</source>
        <translation>Brief {id} heeft {pages:pagina|pagina&apos;s}, het bronbestand {others:,}: herken de hele brief opnieuw.</translation>
    </message>
    <message>
        <source>Letter {id} has {pages:page|pages}: there is no page {page}.</source>
        <translation>Brief {id} heeft {pages:pagina|pagina&apos;s}: er is geen pagina {page}.</translation>
    </message>
    <message>
        <source>No text was recognised on the pages of letter {id}: it stays as it is.</source>
        <translation>Op de pagina&apos;s van brief {id} werd geen tekst herkend: die blijft zoals hij is.</translation>
    </message>
    <message>
        <source>Nothing is installed that recognises text: install the extra &quot;ocr&quot; (pip install &quot;kanttekening[ocr]&quot;).</source>
        <translation>Er is niets geïnstalleerd dat tekst herkent: installeer de extra &quot;ocr&quot; (pip install &quot;kanttekening[ocr]&quot;).</translation>
    </message>
    <message>
        <source>The model {name} for recognising text cannot be read: put another {name}.traineddata into {folder}.</source>
        <translation>Het model {name} voor tekstherkenning is niet te lezen: zet een andere {name}.traineddata in {folder}.</translation>
    </message>
    <message>
        <source>The source of letter {id} has no pages that can be recognised: it is text.</source>
        <translation>Het bronbestand van brief {id} heeft geen pagina&apos;s die kunnen worden herkend: het is tekst.</translation>
    </message>
    <message>
        <source>There is no folder {folder} with models for recognising text: name another one, or none.</source>
        <translation>Er is geen map {folder} met modellen voor tekstherkenning: noem een andere, of geen.</translation>
    </message>
    <message>
        <source>There was no scan to read a second time.</source>
        <translation>Er was geen scan om een tweede keer te lezen.</translation>
    </message>
    <message>
        <source>There was nothing to recognise anew.</source>
        <translation>Er was niets om opnieuw te herkennen.</translation>
    </message>
    <message>
        <source>{count:letter|letters} read a second time; {places:place was|places were} read differently.</source>
        <translation>{count:brief|brieven} een tweede keer gelezen; {places:plaats is|plaatsen zijn} anders gelezen.</translation>
    </message>
    <message>
        <source>{count:letter|letters} recognised anew, {disputed:correction|corrections} disputed. {keys} undoes the last of them.</source>
        <translation>{count:brief|brieven} opnieuw herkend, {disputed:correctie|correcties} betwist. {keys} maakt de laatste ongedaan.</translation>
    </message>
    <message>
        <source>{count:letter|letters} recognised anew. {failed:,} could not be recognised; of the first: {reason}</source>
        <translation>{count:brief|brieven} opnieuw herkend. {failed:,} niet; van de eerste: {reason}</translation>
    </message>
    <message>
        <source>{count:page is|pages are} to be recognised.</source>
        <translation>Nog te herkennen: {count:pagina|pagina&apos;s}.</translation>
    </message>
    <message>
        <source>{name} has no text on {count:page|pages} of {pages:,}, and nothing is installed that recognises it: install the extra &quot;ocr&quot; (pip install &quot;kanttekening[ocr]&quot;), then import it again.</source>
        <translation>{name} heeft op {count:pagina|pagina&apos;s} van de {pages:,} geen tekst, en er is niets geïnstalleerd dat die herkent: installeer de extra &quot;ocr&quot; (pip install &quot;kanttekening[ocr]&quot;) en importeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correctie</numerusform>
            <numerusform>%Ln correcties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln notitie</numerusform>
            <numerusform>%Ln notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln sectie</numerusform>
            <numerusform>%Ln secties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln waarde</numerusform>
            <numerusform>%Ln waarden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Also from the automatic &amp;backups</source>
        <translation>Ook uit de automatische &amp;back-ups</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Nothing was made of them yet.</source>
        <translation>Er is nog niets mee gedaan.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln letter(s) from the project?</source>
        <translation>
            <numerusform>%Ln brief uit het project verwijderen?</numerusform>
            <numerusform>%Ln brieven uit het project verwijderen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove letters</source>
        <translation>Brieven verwijderen</translation>
    </message>
    <message>
        <source>This cannot be undone. The files that the letters came from stay where they are.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. De bestanden waar de brieven uit komen, blijven waar ze zijn.</translation>
    </message>
    <message>
        <source>With them go: {what}.</source>
        <translation>Daarmee verdwijnen: {what}.</translation>
    </message>
    <message>
        <source>Without it the letters can still be found in the backups that were made before.</source>
        <translation>Anders zijn de brieven nog te vinden in back-ups die eerder zijn gemaakt.</translation>
    </message>
    <message>
        <source>· and {n:,} more</source>
        <translation>· en nog {n:,}</translation>
    </message>
</context>
<context>
    <name>ReplaceEverywhere</name>
    <message>
        <source>Correcting…</source>
        <translation>Bezig met corrigeren…</translation>
    </message>
    <message>
        <source>Looking through the letters…</source>
        <translation>De brieven worden doorgenomen…</translation>
    </message>
    <message>
        <source>Saving {count:letter|letters}…</source>
        <translation>{count:brief|brieven} bewaren…</translation>
    </message>
</context>
<context>
    <name>RereadingController</name>
    <message>
        <source>Letters ({suffixes});;All files (*)</source>
        <translation>Brieven ({suffixes});;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Read anew from a file</source>
        <translation>Opnieuw lezen uit een bestand</translation>
    </message>
    <message>
        <source>Reading anew: {name}</source>
        <translation>Opnieuw lezen: {name}</translation>
    </message>
    <message>
        <source>reading {number}</source>
        <translation>lezing {number}</translation>
    </message>
</context>
<context>
    <name>RestoreController</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correctie</numerusform>
            <numerusform>%Ln correcties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) are as they were then.</source>
        <translation>
            <numerusform>%Ln brief is weer zoals toen.</numerusform>
            <numerusform>%Ln brieven zijn weer zoals toen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) come back: {titles}</source>
        <translation>
            <numerusform>%Ln brief komt terug: {titles}</numerusform>
            <numerusform>%Ln brieven komen terug: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) go: {titles}</source>
        <translation>
            <numerusform>%Ln brief verdwijnt: {titles}</numerusform>
            <numerusform>%Ln brieven verdwijnen: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) made since then go</source>
        <translation>
            <numerusform>%Ln stap van daarna verdwijnt</numerusform>
            <numerusform>%Ln stappen van daarna verdwijnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone since then come back</source>
        <translation>
            <numerusform>%Ln stap die daarna ongedaan is gemaakt, komt terug</numerusform>
            <numerusform>%Ln stappen die daarna ongedaan zijn gemaakt, komen terug</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln waarde</numerusform>
            <numerusform>%Ln waarden</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups (*.kantbackup)</source>
        <translation>Back-ups (*.kantbackup)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Back-up kiezen</translation>
    </message>
    <message>
        <source>Kanttekening projects (*.kant)</source>
        <translation>Kanttekening-projecten (*.kant)</translation>
    </message>
    <message>
        <source>Restore as</source>
        <translation>Terugzetten als</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Back-up terugzetten…</translation>
    </message>
    <message>
        <source>The project is as it was then: nothing would change.</source>
        <translation>Het project is nog zoals toen: er zou niets veranderen.</translation>
    </message>
    <message>
        <source>{letters:letter|letters} · {changes:change|changes} · {analyst}</source>
        <translation>{letters:brief|brieven} · {changes:wijziging|wijzigingen} · {analyst}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%Ln backup(s)</source>
        <translation>
            <numerusform>%Ln back-up</numerusform>
            <numerusform>%Ln back-ups</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups of {name}</source>
        <translation>Back-ups van {name}</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Back-ups, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Back-up terugzetten</translation>
    </message>
    <message>
        <source>The project as it is now is kept beside it.</source>
        <translation>Het project zoals het nu is, blijft ernaast bewaard.</translation>
    </message>
    <message>
        <source>There is no backup here yet. O chooses one in another folder.</source>
        <translation>Hier is nog geen back-up. Met O kies je er een in een andere map.</translation>
    </message>
    <message>
        <source>another backup…</source>
        <translation>andere back-up…</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>annuleren</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>vergelijken…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>End of the letter: {count:suspect was|suspects were} not decided on. Enter goes to the first.</source>
        <translation>Einde van de brief: over {count:twijfelgeval|twijfelgevallen} is niet beslist. Enter gaat naar het eerste.</translation>
    </message>
    <message>
        <source>Looking for suspects…</source>
        <translation>Twijfelgevallen worden gezocht…</translation>
    </message>
    <message>
        <source>No suspects left in this letter.</source>
        <translation>Geen twijfelgevallen meer in deze brief.</translation>
    </message>
    <message>
        <source>Nothing is suggested here: type what it should be; Ctrl+D says that it is right.</source>
        <translation>Hier is geen suggestie: typ wat er hoort te staan; Ctrl+D zegt dat het klopt.</translation>
    </message>
    <message>
        <source>Nothing was accepted yet.</source>
        <translation>Er is nog niets overgenomen.</translation>
    </message>
    <message>
        <source>Something else was done since: close the box to undo that.</source>
        <translation>Er is daarna iets anders gedaan: sluit het venster om dat ongedaan te maken.</translation>
    </message>
    <message>
        <source>The suspects of this letter could not be found: the search took too long or failed.</source>
        <translation>De twijfelgevallen van deze brief zijn niet gevonden: het zoeken duurde te lang of mislukte.</translation>
    </message>
    <message>
        <source>“{reading}” was not decided on and stays doubted. {keys} takes the first suggestion, Ctrl+D says that it is right.</source>
        <translation>Over “{reading}” is niet beslist: het blijft een twijfelgeval. {keys} neemt de eerste suggestie over, Ctrl+D zegt dat het klopt.</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>line {number}</source>
        <translation>regel {number}</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>Always right</source>
        <translation>Klopt altijd</translation>
    </message>
    <message>
        <source>Copy the word</source>
        <translation>Het woord kopiëren</translation>
    </message>
    <message>
        <source>Correct the ticked places</source>
        <translation>De aangevinkte plaatsen corrigeren</translation>
    </message>
    <message>
        <source>Doubtful words</source>
        <translation>Twijfelachtige woorden</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>Voor later bewaren</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>De brief openen</translation>
    </message>
    <message>
        <source>Places of the word</source>
        <translation>Plaatsen van het woord</translation>
    </message>
    <message>
        <source>Right as it stands</source>
        <translation>Het klopt zo</translation>
    </message>
    <message>
        <source>This place on or off</source>
        <translation>Deze plaats aan of uit</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>blz. {page}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>klopt</translation>
    </message>
    <message>
        <source>{word}, done</source>
        <translation>{word}, klaar</translation>
    </message>
    <message>
        <source>{word}, left for later</source>
        <translation>{word}, voor later</translation>
    </message>
    <message>
        <source>{word}, right as it stands</source>
        <translation>{word}, klopt zo</translation>
    </message>
</context>
<context>
    <name>ReviewWordsPage</name>
    <message>
        <source>Go through words</source>
        <translation>Woorden nalopen</translation>
    </message>
    <message>
        <source>None of the words that are shown is sure enough.</source>
        <translation>Geen van de getoonde woorden is zeker genoeg.</translation>
    </message>
    <message>
        <source>This project is open for reading only: nothing can be decided here.</source>
        <translation>Dit project is alleen om te lezen geopend: hier kan niets worden beslist.</translation>
    </message>
    <message>
        <source>one step for all places, one undo; tags stay</source>
        <translation>één stap voor alle plaatsen, in één keer ongedaan te maken; labels blijven</translation>
    </message>
</context>
<context>
    <name>RoleBox</name>
    <message>
        <source>(none)</source>
        <translation>(geen)</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>What the program takes it for: by this it proposes, lists letters, cites, not by the name.</source>
        <translation>Waar het programma het voor houdt: hiermee stelt het voor, toont het brieven en citeert het, niet met de naam.</translation>
    </message>
    <message>
        <source>{role}: “{name}”</source>
        <translation>{role}: “{name}”</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>a commitment</source>
        <translation>een toezegging</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>een datum</translation>
    </message>
    <message>
        <source>a government response</source>
        <translation>een kabinetsreactie</translation>
    </message>
    <message>
        <source>a letter from the government</source>
        <translation>een brief van de regering</translation>
    </message>
    <message>
        <source>a notice of postponement</source>
        <translation>een uitstelbericht</translation>
    </message>
    <message>
        <source>a part under a heading</source>
        <translation>een deel onder een kop</translation>
    </message>
    <message>
        <source>a policy paper</source>
        <translation>een nota of notitie</translation>
    </message>
    <message>
        <source>a progress report</source>
        <translation>een voortgangsrapportage</translation>
    </message>
    <message>
        <source>a reply to a committee</source>
        <translation>een reactie aan een commissie</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>een bedrag</translation>
    </message>
    <message>
        <source>an annotated agenda</source>
        <translation>een geannoteerde agenda</translation>
    </message>
    <message>
        <source>an assessment of a Commission proposal</source>
        <translation>een fiche van een Commissievoorstel</translation>
    </message>
    <message>
        <source>an attachment in the text</source>
        <translation>een bijlage in de tekst</translation>
    </message>
    <message>
        <source>answers to parliamentary questions</source>
        <translation>antwoorden op Kamervragen</translation>
    </message>
    <message>
        <source>both chambers</source>
        <translation>beide Kamers</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>noten</translation>
    </message>
    <message>
        <source>papers that are referred to</source>
        <translation>stukken waarnaar wordt verwezen</translation>
    </message>
    <message>
        <source>the House of Representatives</source>
        <translation>de Tweede Kamer</translation>
    </message>
    <message>
        <source>the Senate</source>
        <translation>de Eerste Kamer</translation>
    </message>
    <message>
        <source>the addressee</source>
        <translation>de geadresseerde</translation>
    </message>
    <message>
        <source>the addressee&apos;s reference</source>
        <translation>het kenmerk van de geadresseerde</translation>
    </message>
    <message>
        <source>the attachments</source>
        <translation>de bijlagen</translation>
    </message>
    <message>
        <source>the chamber of parliament</source>
        <translation>de Kamer</translation>
    </message>
    <message>
        <source>the closing</source>
        <translation>het slot</translation>
    </message>
    <message>
        <source>the date of the letter</source>
        <translation>de datum van de brief</translation>
    </message>
    <message>
        <source>the date of the meeting</source>
        <translation>de datum van de vergadering</translation>
    </message>
    <message>
        <source>the follow-up of a motion or commitment</source>
        <translation>de uitvoering van een motie of toezegging</translation>
    </message>
    <message>
        <source>the introduction</source>
        <translation>de inleiding</translation>
    </message>
    <message>
        <source>the kind of letter</source>
        <translation>het soort brief</translation>
    </message>
    <message>
        <source>the letterhead</source>
        <translation>het briefhoofd</translation>
    </message>
    <message>
        <source>the name of who signs</source>
        <translation>de naam van wie ondertekent</translation>
    </message>
    <message>
        <source>the number of the dossier</source>
        <translation>het nummer van het dossier</translation>
    </message>
    <message>
        <source>the number within the dossier</source>
        <translation>het nummer binnen het dossier</translation>
    </message>
    <message>
        <source>the office of who signs</source>
        <translation>de functie van wie ondertekent</translation>
    </message>
    <message>
        <source>the parliamentary year</source>
        <translation>het vergaderjaar</translation>
    </message>
    <message>
        <source>the report of a consultation</source>
        <translation>het verslag van een overleg</translation>
    </message>
    <message>
        <source>the report of a meeting</source>
        <translation>het verslag van een vergadering</translation>
    </message>
    <message>
        <source>the report of a written consultation</source>
        <translation>het verslag van een schriftelijk overleg</translation>
    </message>
    <message>
        <source>the salutation</source>
        <translation>de aanhef</translation>
    </message>
    <message>
        <source>the sender</source>
        <translation>de afzender</translation>
    </message>
    <message>
        <source>the sender&apos;s reference</source>
        <translation>het kenmerk van de afzender</translation>
    </message>
    <message>
        <source>the signature</source>
        <translation>de ondertekening</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>het onderwerp</translation>
    </message>
</context>
<context>
    <name>SaveProblemBar</name>
    <message>
        <source>Not saved. Your work is still here.</source>
        <translation>Niet bewaard. Je werk is er nog.</translation>
    </message>
    <message>
        <source>Open for reading only.</source>
        <translation>Alleen om te lezen geopend.</translation>
    </message>
    <message>
        <source>Read the project anew</source>
        <translation>Project opnieuw inlezen</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Kopie elders bewaren…</translation>
    </message>
    <message>
        <source>The last change is not saved.</source>
        <translation>De laatste wijziging is niet bewaard.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>&amp;Pages of this letter, 1 to {pages:,}:</source>
        <translation>&amp;Pagina&apos;s van deze brief, 1 tot en met {pages:,}:</translation>
    </message>
    <message numerus="yes">
        <source>&amp;This letter (%Ln page(s))</source>
        <translation>
            <numerusform>&amp;Deze brief (%Ln pagina)</numerusform>
            <numerusform>&amp;Deze brief (%Ln pagina&apos;s)</numerusform>
        </translation>
    </message>
    <message>
        <source>All letters with pages that have &amp;no text, or poor text</source>
        <translation>Alle brieven met pagina&apos;s zonder tekst of met &amp;slechte tekst</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln letters that are &amp;chosen in the list</source>
        <translation>
            <numerusform>De %Ln brief die in de lijst &amp;gekozen is</numerusform>
            <numerusform>De %Ln brieven die in de lijst &amp;gekozen zijn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The &amp;whole project (%Ln letter(s))</source>
        <translation>
            <numerusform>Het &amp;hele project (%Ln brief)</numerusform>
            <numerusform>Het &amp;hele project (%Ln brieven)</numerusform>
        </translation>
    </message>
    <message>
        <source>such as 1-3, 7</source>
        <translation>zoals 1-3, 7</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Nothing stands before the repeat at character {place}.</source>
        <translation>Er staat niets vóór de herhaling op teken {place}.</translation>
    </message>
    <message>
        <source>Say also what the letters must hold, not only what they must not.</source>
        <translation>Geef ook op wat er in de brieven moet staan, niet alleen wat er niet in mag staan.</translation>
    </message>
    <message>
        <source>The expression asks for too many repeats. Take smaller numbers.</source>
        <translation>De expressie vraagt om te veel herhalingen. Neem kleinere getallen.</translation>
    </message>
    <message>
        <source>The expression cannot be read from character {place} on.</source>
        <translation>De expressie is vanaf teken {place} niet te lezen.</translation>
    </message>
    <message>
        <source>The expression has a closing bracket too many: )</source>
        <translation>De expressie heeft een sluithaakje te veel: )</translation>
    </message>
    <message>
        <source>The expression lacks a closing bracket: )</source>
        <translation>De expressie mist een sluithaakje: )</translation>
    </message>
    <message>
        <source>The expression lacks a closing bracket: ]</source>
        <translation>De expressie mist een sluithaak: ]</translation>
    </message>
    <message>
        <source>The expression takes too long and was stopped. Make it simpler.</source>
        <translation>De expressie duurt te lang en is gestopt. Maak haar eenvoudiger.</translation>
    </message>
    <message>
        <source>The replacement names a group that the expression does not have, or ends in \.</source>
        <translation>De vervanging noemt een groep die de expressie niet heeft, of eindigt op \.</translation>
    </message>
    <message>
        <source>There is no such sign behind \ at character {place}.</source>
        <translation>Het teken achter \ op plaats {place} bestaat niet.</translation>
    </message>
    <message>
        <source>There is no word in this to search for. Choose “Exact” to look for signs.</source>
        <translation>Hier staat geen woord in om op te zoeken. Kies “exact&apos; om naar tekens te zoeken.</translation>
    </message>
    <message>
        <source>This is too long to look for: {count:character|characters}. Take {most:,} at most.</source>
        <translation>Dit is te lang om te zoeken: {count:teken|tekens}. Neem er hoogstens {most:,}.</translation>
    </message>
    <message>
        <source>This is too much to search for: take {most:word|words} and {letters:character|characters} at most.</source>
        <translation>Dit is te veel om op te zoeken: neem hoogstens {most:woord|woorden} en {letters:teken|tekens}.</translation>
    </message>
    <message>
        <source>Two repeats follow each other at character {place}.</source>
        <translation>Op teken {place} volgen twee herhalingen op elkaar.</translation>
    </message>
    <message>
        <source>Type what to look for.</source>
        <translation>Typ wat je zoekt.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Naar de plaats</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>Hoe ver het zoeken is</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>OCR text</source>
        <translation>OCR-tekst</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>De brief openen</translation>
    </message>
    <message>
        <source>Press Enter to search.</source>
        <translation>Druk op Enter om te zoeken.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search in the project</source>
        <translation>Zoeken in het project</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>Show more: {count:letter|letters} to come</source>
        <translation>Toon meer: nog {count:brief|brieven}</translation>
    </message>
    <message>
        <source>What to search for in the project</source>
        <translation>Wat je in het project zoekt</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er gevonden is</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>exactly this: signs, capitals and accents count; Enter searches</source>
        <translation>precies dit: tekens, hoofdletters en accenten tellen; Enter zoekt</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>expressie</translation>
    </message>
    <message>
        <source>inside the tag</source>
        <translation>binnen het label</translation>
    </message>
    <message>
        <source>inside {tag}</source>
        <translation>binnen {tag}</translation>
    </message>
    <message>
        <source>letters that have both words; capitals and accents do not count</source>
        <translation>brieven met beide woorden; hoofdletters en accenten tellen niet</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>volgende treffer</translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation>een van de twee</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>het een of het ander</translation>
    </message>
    <message>
        <source>only the list&apos;s letters</source>
        <translation>alleen de lijst</translation>
    </message>
    <message>
        <source>p. {page} · line {line}</source>
        <translation>p. {page} · regel {line}</translation>
    </message>
    <message>
        <source>p. {page} · line {line} · OCR</source>
        <translation>p. {page} · regel {line} · OCR</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>vorige</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stoppen</translation>
    </message>
    <message>
        <source>stopped after {hits} in {letters:letter|letters}</source>
        <translation>gestopt na {hits} in {letters:brief|brieven}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>the first, but not the second</source>
        <translation>het eerste, maar niet het tweede</translation>
    </message>
    <message>
        <source>these words, one behind the other</source>
        <translation>deze woorden, achter elkaar</translation>
    </message>
    <message>
        <source>two figures, a space, three figures; Enter searches</source>
        <translation>twee cijfers, een spatie, drie cijfers; Enter zoekt</translation>
    </message>
    <message>
        <source>words</source>
        <translation>woorden</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>woorden die zo beginnen</translation>
    </message>
    <message>
        <source>{count:hit|hits}</source>
        <translation>{count:treffer|treffers}</translation>
    </message>
    <message>
        <source>{hits} in {letters:letter|letters}</source>
        <translation>{hits} in {letters:brief|brieven}</translation>
    </message>
    <message>
        <source>{letters:letter|letters}, the best {shown:,} shown</source>
        <translation>{letters:brief|brieven}, de beste {shown:,} getoond</translation>
    </message>
</context>
<context>
    <name>SecondReadings</name>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lezen</translation>
    </message>
    <message>
        <source>Letter {n:,} of {total:,}</source>
        <translation>Brief {n:,} van {total:,}</translation>
    </message>
    <message>
        <source>Page {n:,} of {total:,}</source>
        <translation>Pagina {n:,} van {total:,}</translation>
    </message>
    <message>
        <source>Pages that another program read are read again from their pictures. The text stays as it is; what was read differently makes suspects and suggestions.</source>
        <translation>Pagina&apos;s die een ander programma las, worden opnieuw gelezen vanaf hun beeld. De tekst blijft zoals die is; wat anders gelezen werd, geeft twijfelgevallen en suggesties.</translation>
    </message>
    <message>
        <source>Read scans a second time</source>
        <translation>Scans een tweede keer lezen</translation>
    </message>
    <message>
        <source>Reading a second time…</source>
        <translation>Een tweede keer lezen…</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selection</source>
        <translation>Selectie</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopiëren</translation>
    </message>
    <message>
        <source>into field…</source>
        <translation>in veld…</translation>
    </message>
    <message>
        <source>more…</source>
        <translation>meer…</translation>
    </message>
    <message>
        <source>with source</source>
        <translation>met bron</translation>
    </message>
    <message>
        <source>→ {field}</source>
        <translation>→ {field}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>A change could not be written because of a fault in the program; what was saved before is safe. Nothing more is taken until the project is read anew.</source>
        <translation>Een wijziging kon niet worden weggeschreven door een fout in het programma; wat eerder bewaard was, is veilig. Er wordt niets meer aangenomen tot het project opnieuw is ingelezen.</translation>
    </message>
    <message>
        <source>Letters are still being removed: undo and redo come back after it.</source>
        <translation>Er worden nog brieven verwijderd: daarna kan er weer ongedaan gemaakt en opnieuw gedaan worden.</translation>
    </message>
    <message>
        <source>Many letters are being changed just now: try again in a moment.</source>
        <translation>Er worden nu veel brieven gewijzigd: probeer het zo dadelijk opnieuw.</translation>
    </message>
    <message>
        <source>The last changes are not saved yet: try again when they are.</source>
        <translation>De laatste wijzigingen zijn nog niet bewaard: probeer het opnieuw als ze dat zijn.</translation>
    </message>
    <message>
        <source>The project {name} is damaged: what it has of its history does not fit its letters. They can be worked on; what was done before now cannot be undone.</source>
        <translation>Het project {name} is beschadigd: zijn geschiedenis past niet bij de brieven. Daaraan kan gewerkt worden; wat eerder gedaan is, kan niet ongedaan gemaakt worden.</translation>
    </message>
    <message>
        <source>This letter is being removed, or was: nothing can be changed in it.</source>
        <translation>Deze brief wordt of is verwijderd: er kan niets meer in gewijzigd worden.</translation>
    </message>
    <message>
        <source>This project is open for reading only: nothing can be changed here.</source>
        <translation>Dit project is alleen geopend om te lezen: hier kan niets worden gewijzigd.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Analyst</source>
        <translation>&amp;Analist</translation>
    </message>
    <message>
        <source>&amp;Bar at a selection</source>
        <translation>&amp;Balk bij een selectie</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Kleuren</translation>
    </message>
    <message>
        <source>&amp;Folder with more models</source>
        <translation>&amp;Map met meer modellen</translation>
    </message>
    <message>
        <source>&amp;Hints with the first letter</source>
        <translation>&amp;Tips bij de eerste brief</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Other text</source>
        <translation>&amp;Overige tekst</translation>
    </message>
    <message>
        <source>&amp;Pages that are pictures</source>
        <translation>&amp;Pagina&apos;s die een afbeelding zijn</translation>
    </message>
    <message>
        <source>&amp;Text of the letter</source>
        <translation>T&amp;ekst van de brief</translation>
    </message>
    <message>
        <source>After import: their text stays, and what was read differently makes suspects.</source>
        <translation>Na het importeren: hun tekst blijft, en wat anders gelezen werd, geeft twijfelgevallen.</translation>
    </message>
    <message>
        <source>Co&amp;ntrast</source>
        <translation>Co&amp;ntrast</translation>
    </message>
    <message>
        <source>Doubt &amp;typing slips, too</source>
        <translation>Ook &amp;tikfouten aanwijzen</translation>
    </message>
    <message>
        <source>Each comes once; untick and tick this to have them again.</source>
        <translation>Elke tip komt één keer. Wil je ze nog eens, zet het vinkje dan uit en weer aan.</translation>
    </message>
    <message>
        <source>Goes with every change from now on; earlier ones keep theirs.</source>
        <translation>Staat voortaan bij elke wijziging; eerdere wijzigingen houden de oude naam.</translation>
    </message>
    <message>
        <source>In letters that were typed and are no scans: is it written so?</source>
        <translation>In brieven die als getypte tekst zijn geïmporteerd en niet als scan: staat het er goed?</translation>
    </message>
    <message>
        <source>Let page images g&amp;lide to the line</source>
        <translation>Pagina&apos;s v&amp;loeiend laten meeschuiven</translation>
    </message>
    <message>
        <source>Of Tesseract (.traineddata), for other languages than Dutch and English.</source>
        <translation>Van Tesseract (.traineddata), voor andere talen dan Nederlands en Engels.</translation>
    </message>
    <message>
        <source>Of what it would have proposed in letters that were decided on.</source>
        <translation>Van wat het zou hebben voorgesteld in brieven waarin is beslist.</translation>
    </message>
    <message>
        <source>Propose a learnt tag where it is &amp;right in</source>
        <translation>Een geleerd label voorstellen waar het &amp;juist is in</translation>
    </message>
    <message>
        <source>Read scans that &amp;have text a second time</source>
        <translation>Scans die al &amp;tekst hebben een tweede keer lezen</translation>
    </message>
    <message>
        <source>Tags, fields and copying, beside the words that are selected.</source>
        <translation>Labels, velden en kopiëren, naast de geselecteerde woorden.</translation>
    </message>
    <message>
        <source>The language changes when you close the settings.</source>
        <translation>De taal verandert zodra je de instellingen sluit.</translation>
    </message>
    <message>
        <source>What import does with the pages of scans that have no text.</source>
        <translation>Wat importeren doet met pagina&apos;s van scans zonder tekst.</translation>
    </message>
    <message>
        <source>as the system does</source>
        <translation>zoals het systeem</translation>
    </message>
    <message>
        <source>ask each time</source>
        <translation>elke keer vragen</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>donker</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoog</translation>
    </message>
    <message>
        <source>leave them without text</source>
        <translation>zonder tekst laten</translation>
    </message>
    <message>
        <source>light</source>
        <translation>licht</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normaal</translation>
    </message>
    <message>
        <source>recognise their text</source>
        <translation>de tekst herkennen</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pagina&apos;s van de instellingen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>You and the screen</source>
        <translation>Naam en scherm</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Corrections</source>
        <translation>Correcties</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>Text of the letter</source>
        <translation>Tekst van de brief</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>To the letter</source>
        <translation>Naar de brief</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>handleiding</translation>
    </message>
    <message>
        <source>to the letter</source>
        <translation>naar de brief</translation>
    </message>
</context>
<context>
    <name>StatisticsController</name>
    <message>
        <source>Count</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Numbers (*.csv)</source>
        <translation>Afbeelding (*.png);;Tekening (*.svg);;Getallen (*.csv)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Grafiek bewaren</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>De getallen staan op het klembord.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Geschreven naar {name}.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Chart</source>
        <translation>Grafiek</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafieken</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>Getallen kopiëren</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Bezig met tellen…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistieken</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Tweede blik</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>overnemen</translation>
    </message>
    <message>
        <source>all of its kind</source>
        <translation>alles van die soort</translation>
    </message>
    <message>
        <source>all words</source>
        <translation>alle woorden</translation>
    </message>
    <message>
        <source>back to reading</source>
        <translation>terug naar lezen</translation>
    </message>
    <message>
        <source>close the search</source>
        <translation>zoeken sluiten</translation>
    </message>
    <message numerus="yes">
        <source>confirm · %Ln proposed</source>
        <translation>
            <numerusform>bevestigen · %Ln voorgesteld</numerusform>
            <numerusform>bevestigen · %Ln voorgesteld</numerusform>
        </translation>
    </message>
    <message>
        <source>correct</source>
        <translation>corrigeren</translation>
    </message>
    <message>
        <source>done, next</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>fill field</source>
        <translation>veld vullen</translation>
    </message>
    <message>
        <source>grow selection</source>
        <translation>selectie vergroten</translation>
    </message>
    <message>
        <source>hit before</source>
        <translation>vorige treffer</translation>
    </message>
    <message>
        <source>import letters</source>
        <translation>brieven importeren</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>toetsen</translation>
    </message>
    <message>
        <source>leave, next</source>
        <translation>overslaan</translation>
    </message>
    <message>
        <source>letters tag</source>
        <translation>letters: labels</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>handleiding</translation>
    </message>
    <message>
        <source>new project</source>
        <translation>nieuw project</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>volgende treffer</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>volgend paneel</translation>
    </message>
    <message>
        <source>next suspect</source>
        <translation>volgend twijfelgeval</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>right as it stands</source>
        <translation>het klopt zo</translation>
    </message>
    <message>
        <source>to the letter</source>
        <translation>naar de brief</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>ongedaan maken</translation>
    </message>
    <message>
        <source>undo the last</source>
        <translation>laatste ongedaan maken</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>analyst: {name}</source>
        <translation>analist: {name}</translation>
    </message>
    <message>
        <source>line {line}, character {character}</source>
        <translation>regel {line}, teken {character}</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet bewaard</translation>
    </message>
    <message>
        <source>not saved: {reason}</source>
        <translation>niet bewaard: {reason}</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>bewaren…</translation>
    </message>
    <message>
        <source>✓ all saved</source>
        <translation>✓ alles bewaard</translation>
    </message>
    <message>
        <source>✓ all saved, {time}</source>
        <translation>✓ alles bewaard, {time}</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>A backup cannot take the place of the project {name}. Choose another name.</source>
        <translation>Een back-up kan niet in de plaats komen van het project {name}. Kies een andere naam.</translation>
    </message>
    <message>
        <source>Another file was put in the place of the project {name}, by a restore perhaps. Open it again.</source>
        <translation>Op de plaats van het project {name} staat nu een ander bestand, misschien een teruggezette back-up. Open het opnieuw.</translation>
    </message>
    <message>
        <source>Another program emptied or cut the project {name}, and no whole copy could be made of what is in memory: restore its last backup. Letters that are open can still be read and exported.</source>
        <translation>Een ander programma heeft het project {name} leeggemaakt of ingekort, en van wat in het geheugen staat kon geen hele kopie worden gemaakt: zet de laatste back-up terug. Brieven die open staan, zijn nog te lezen en te exporteren.</translation>
    </message>
    <message>
        <source>Another program emptied or cut the project {name}. All that you did until now is in the copy {copy}: go on there.</source>
        <translation>Een ander programma heeft het project {name} leeggemaakt of ingekort. Alles wat je tot nu toe deed, staat in de kopie {copy}: ga daar verder.</translation>
    </message>
    <message>
        <source>Another program removed or cut the log of {name}, and no copy could be made beside it: {why} Save a copy elsewhere.</source>
        <translation>Een ander programma heeft het logboek van {name} verwijderd of afgekapt en ernaast kon geen kopie worden gemaakt: {why} Bewaar een kopie op een andere plaats.</translation>
    </message>
    <message>
        <source>Another program removed or cut the log of {name}. All that you did until now is in the copy {copy}: go on there.</source>
        <translation>Een ander programma heeft het logboek van {name} verwijderd of afgekapt. Alles wat je tot nu toe deed, staat in de kopie {copy}: ga daarin verder.</translation>
    </message>
    <message>
        <source>Another window works on the backups in {where}. Try again when it is done.</source>
        <translation>Een ander venster werkt aan de back-ups in {where}. Probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
        <source>Beside {name} lay the log of a file that is lost; it may hold changes. It is kept as {kept}.</source>
        <translation>Naast {name} lag het logboek van een bestand dat weg is; er kunnen wijzigingen in staan. Het is bewaard als {kept}.</translation>
    </message>
    <message>
        <source>No backup can be made: the folder {where} may not be written. Choose another one in the settings.</source>
        <translation>Er kan geen back-up worden gemaakt: in de map {where} mag niet worden geschreven. Kies een andere map in de instellingen.</translation>
    </message>
    <message>
        <source>Text of what was removed may still be in files that could not be read: {names}. All others are done. Remove these yourself.</source>
        <translation>Tekst van wat is verwijderd kan nog staan in bestanden die niet konden worden gelezen: {names}. Alle andere zijn klaar. Verwijder deze zelf.</translation>
    </message>
    <message>
        <source>The backup {name} cannot be made: the folder {folder} may not be written. Choose another folder.</source>
        <translation>De back-up {name} kan niet worden gemaakt: in de map {folder} mag niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>The backup {name} cannot be made: there is no folder {folder}.</source>
        <translation>De back-up {name} kan niet worden gemaakt: de map {folder} is er niet.</translation>
    </message>
    <message>
        <source>The backup {name} cannot be restored: the texts of {count:letter|letters} are not in the packs beside it. Put the .kantpack files back into {folder}.</source>
        <translation>De back-up {name} kan niet worden teruggezet: de tekst van {count:brief|brieven} staat niet in de pakketten ernaast. Zet de .kantpack-bestanden terug in {folder}.</translation>
    </message>
    <message>
        <source>The backup {name} is already in {folder}. Choose another name.</source>
        <translation>De back-up {name} staat al in {folder}. Kies een andere naam.</translation>
    </message>
    <message>
        <source>The backup {name} was damaged on its disk after it was made, and there is no other: something in it may read otherwise now.</source>
        <translation>De back-up {name} is op de schijf beschadigd geraakt nadat hij was gemaakt, en er is geen andere: er kan nu iets anders in staan.</translation>
    </message>
    <message>
        <source>The backup {name} was damaged on its disk after it was made. Choose another one: {other} is whole.</source>
        <translation>De back-up {name} is op de schijf beschadigd geraakt nadat hij was gemaakt. Kies een andere: {other} is nog heel.</translation>
    </message>
    <message>
        <source>The disk with {name} cannot be read or written. Check the disk or the network drive that it is on.</source>
        <translation>De schijf met {name} kan niet worden gelezen of beschreven. Controleer de schijf of de netwerkschijf.</translation>
    </message>
    <message>
        <source>The disk with {name} is full. Make room on it.</source>
        <translation>De schijf met {name} is vol. Maak er ruimte op.</translation>
    </message>
    <message>
        <source>The file of the project {name} has another name too (a hard link), and two programs could write to it. It is open for reading only: remove the other name, or work in a copy.</source>
        <translation>Het bestand van het project {name} heeft nog een naam (een harde koppeling) en twee programma&apos;s zouden erin kunnen schrijven. Het is alleen om te lezen open: verwijder de andere naam of werk in een kopie.</translation>
    </message>
    <message>
        <source>The folder {where} for backups cannot be made. Choose another one in the settings.</source>
        <translation>De map {where} voor back-ups kan niet worden gemaakt. Kies een andere map in de instellingen.</translation>
    </message>
    <message>
        <source>The lock file of {name} was removed, and another program took over the project. Close it there: saving goes on by itself.</source>
        <translation>Het slotbestand van {name} is verwijderd, en een ander programma heeft het project overgenomen. Sluit het daar: het bewaren gaat dan vanzelf verder.</translation>
    </message>
    <message>
        <source>The name of {name} or of its folder is too long: files with longer names must lie beside it. Give it a shorter name, or put it into another folder.</source>
        <translation>De naam van {name} of van zijn map is te lang: ernaast moeten bestanden met langere namen liggen. Geef het een kortere naam of zet het in een andere map.</translation>
    </message>
    <message>
        <source>The project {name} cannot be closed yet: {count:change is|changes are} not saved. {trouble}</source>
        <translation>Het project {name} kan nog niet worden gesloten: {count:wijziging is|wijzigingen zijn} nog niet bewaard. {trouble}</translation>
    </message>
    <message>
        <source>The project {name} holds {what}, which no project does. Ask who sent it: it could do harm.</source>
        <translation>In het project {name} zit iets wat er niet in hoort ({what}). Vraag het de afzender: het kan schade aanrichten.</translation>
    </message>
    <message>
        <source>The project {name} is damaged. {fault} The others can be read; a backup may have it whole.</source>
        <translation>Het project {name} is beschadigd. {fault} De andere brieven zijn te lezen; misschien staat deze nog heel in een back-up.</translation>
    </message>
    <message>
        <source>The project {name} is damaged: part of it cannot be read. Open a backup of it instead.</source>
        <translation>Het project {name} is beschadigd: een deel kan niet worden gelezen. Open in plaats daarvan een back-up.</translation>
    </message>
    <message>
        <source>The project {name} is in use by another program. Close it there.</source>
        <translation>Het project {name} is in gebruik bij een ander programma. Sluit het daar.</translation>
    </message>
    <message>
        <source>The project {name} is no longer in {folder}. All that you did until now is in the copy {copy}: go on there, or put the file back.</source>
        <translation>Het project {name} staat niet meer in {folder}. Alles wat je tot nu toe deed, staat in de kopie {copy}: ga daarin verder of zet het bestand terug.</translation>
    </message>
    <message>
        <source>The project {name} is no longer in {folder}. Put the file back: saving goes on by itself.</source>
        <translation>Het project {name} staat niet meer in {folder}. Zet het bestand terug: het bewaren gaat vanzelf door.</translation>
    </message>
    <message>
        <source>The project {name} is on a network drive: saving is slower there. Open it on one computer at a time.</source>
        <translation>Het project {name} staat op een netwerkschijf: bewaren gaat daar trager. Open het op één computer tegelijk.</translation>
    </message>
    <message>
        <source>The project {name} is open for reading only: the disk with {folder} is full. Make room, and open it again.</source>
        <translation>Het project {name} is alleen om te lezen open: de schijf met {folder} is vol. Maak ruimte en open het opnieuw.</translation>
    </message>
    <message>
        <source>The project {name} is open for reading only: the file or its folder {folder} may not be written.</source>
        <translation>Het project {name} is alleen geopend om te lezen: in het bestand of de map {folder} mag niet worden geschreven.</translation>
    </message>
    <message>
        <source>The project {name} is open with {who} on {host}, since {since}. Close it there to change it here.</source>
        <translation>Het project {name} is open bij {who} op {host}, sinds {since}. Sluit het daar om het hier te wijzigen.</translation>
    </message>
    <message>
        <source>The project {name} may not be read. Change the rights of the file in {folder}.</source>
        <translation>Het project {name} mag niet worden gelezen. Wijzig de rechten van het bestand in {folder}.</translation>
    </message>
    <message>
        <source>The project {name} may not be written. Change the rights of the file and of its folder {folder}.</source>
        <translation>In het project {name} mag niet worden geschreven. Wijzig de rechten van het bestand en van de map {folder}.</translation>
    </message>
    <message>
        <source>The project {name} was made by a newer version of Kanttekening. Open it with that one.</source>
        <translation>Het project {name} is gemaakt met een nieuwere versie van Kanttekening. Open het daarmee.</translation>
    </message>
    <message>
        <source>The project {name} was made by an older version and must be updated. Open it for writing first.</source>
        <translation>Het project {name} is gemaakt met een oudere versie en moet worden bijgewerkt. Open het eerst om te schrijven.</translation>
    </message>
    <message>
        <source>The text of the removed letters is still in the log of {name}, as another program reads it. It goes when that program lets go and the project is closed.</source>
        <translation>De tekst van de verwijderde brieven staat nog in het logboek van {name}, omdat een ander programma het leest. Die verdwijnt wanneer dat programma loslaat en het project is gesloten.</translation>
    </message>
    <message>
        <source>There is no letter {id} in the project: it may have been removed.</source>
        <translation>Er is geen brief {id} in het project: misschien is die verwijderd.</translation>
    </message>
    <message>
        <source>There is no project {name} in {folder}. Check the name, or make a new project.</source>
        <translation>Er is geen project {name} in {folder}. Controleer de naam, of maak een nieuw project.</translation>
    </message>
    <message>
        <source>There is not enough memory for the project {name}. Close other programs.</source>
        <translation>Er is niet genoeg geheugen voor het project {name}. Sluit andere programma&apos;s.</translation>
    </message>
    <message>
        <source>a change whose name is damaged</source>
        <translation>een wijziging waarvan de naam beschadigd is</translation>
    </message>
    <message>
        <source>{name} cannot be made: the folder {folder} may not be written. Choose another folder.</source>
        <translation>{name} kan niet worden gemaakt: in de map {folder} mag niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>{name} cannot be made: there is no folder {folder}. Make the folder first.</source>
        <translation>{name} kan niet worden gemaakt: de map {folder} is er niet. Maak eerst de map.</translation>
    </message>
    <message>
        <source>{name} in {folder} cannot be read. Look at its rights and its disk.</source>
        <translation>{name} in {folder} kan niet worden gelezen. Controleer de rechten en de schijf.</translation>
    </message>
    <message>
        <source>{name} in {folder} is a folder, not a project. Choose a .kant file.</source>
        <translation>{name} in {folder} is een map, geen project. Kies een .kant-bestand.</translation>
    </message>
    <message>
        <source>{name} in {folder} is damaged or no backup. Choose another one of the backups.</source>
        <translation>{name} in {folder} is beschadigd of geen back-up. Kies een andere back-up.</translation>
    </message>
    <message>
        <source>{name} in {folder} is damaged, or none of the program&apos;s own files.</source>
        <translation>{name} in {folder} is beschadigd of geen bestand van het programma.</translation>
    </message>
    <message>
        <source>{name} in {folder} leads nowhere: its name or a link in it is wrong. Choose a .kant file.</source>
        <translation>{name} in {folder} leidt nergens heen: de naam of een koppeling erin klopt niet. Kies een .kant-bestand.</translation>
    </message>
    <message>
        <source>{name} is a backup. Restore it with “Restore a backup…” in the menu File.</source>
        <translation>{name} is een back-up. Zet die terug met “Back-up terugzetten…” in het menu Bestand.</translation>
    </message>
    <message>
        <source>{name} is a database of another program, not a Kanttekening project. Choose a .kant file.</source>
        <translation>{name} is een database van een ander programma, geen Kanttekening-project. Kies een .kant-bestand.</translation>
    </message>
    <message>
        <source>{name} is already in {folder}. Choose another name, or open it.</source>
        <translation>{name} staat al in {folder}. Kies een andere naam, of open het.</translation>
    </message>
    <message>
        <source>{name} is another project, no copy of this one: it is not written over. Choose another name.</source>
        <translation>{name} is een ander project, geen kopie van dit: het wordt niet overschreven. Kies een andere naam.</translation>
    </message>
    <message>
        <source>{name} is empty: there is no project in it. Open a backup, or make a new project.</source>
        <translation>{name} is leeg: er zit geen project in. Open een back-up, of maak een nieuw project.</translation>
    </message>
    <message>
        <source>{name} is not a Kanttekening project. Choose a .kant file.</source>
        <translation>{name} is geen Kanttekening-project. Kies een .kant-bestand.</translation>
    </message>
    <message>
        <source>{name} is the name of a file that lies beside a project. Choose another name.</source>
        <translation>{name} is de naam van een bestand dat naast een project ligt. Kies een andere naam.</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>correct…</source>
        <translation>corrigeren…</translation>
    </message>
    <message>
        <source>right as it stands</source>
        <translation>het klopt zo</translation>
    </message>
</context>
<context>
    <name>SureDialog</name>
    <message>
        <source>Change nothing</source>
        <translation>Niets wijzigen</translation>
    </message>
    <message numerus="yes">
        <source>Correct %Ln sure word(s)?</source>
        <translation>
            <numerusform>%Ln zeker woord corrigeren?</numerusform>
            <numerusform>%Ln zekere woorden corrigeren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct %Ln word(s)</source>
        <translation>
            <numerusform>%Ln woord corrigeren</numerusform>
            <numerusform>%Ln woorden corrigeren</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct all sure words</source>
        <translation>Alle zekere woorden corrigeren</translation>
    </message>
    <message>
        <source>Each word is replaced by the one beside it, in {places:place|places}: wherever the program is sure. It is one step: Ctrl+Z undoes it. Tags stay.</source>
        <translation>Elk woord wordt vervangen door wat ernaast staat, op {places:plaats|plaatsen}: overal waar het programma zeker is. Het is één stap: Ctrl+Z maakt die ongedaan. Labels blijven staan.</translation>
    </message>
    <message>
        <source>Sure words</source>
        <translation>Zekere woorden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>this word on or off</source>
        <translation>dit woord aan of uit</translation>
    </message>
</context>
<context>
    <name>Suspects</name>
    <message>
        <source>A space seems to be missing in “{reading}”.</source>
        <translation>In “{reading}” lijkt een spatie te ontbreken.</translation>
    </message>
    <message>
        <source>Is it written so? This page was typed; “{likely}” may be meant.</source>
        <translation>Staat het er goed? Deze pagina is getypt; misschien is “{likely}” bedoeld.</translation>
    </message>
    <message>
        <source>The OCR was not sure of “{reading}”.</source>
        <translation>De OCR was niet zeker van “{reading}”.</translation>
    </message>
    <message>
        <source>The accent in “{reading}” seems misread.</source>
        <translation>Het accent in “{reading}” lijkt verkeerd gelezen.</translation>
    </message>
    <message>
        <source>The address “{reading}” seems misread.</source>
        <translation>Het adres “{reading}” lijkt verkeerd gelezen.</translation>
    </message>
    <message>
        <source>The sentence goes on after the blank line.</source>
        <translation>De zin gaat na de witregel verder.</translation>
    </message>
    <message>
        <source>The sign “{sign}” may be a footnote mark.</source>
        <translation>Het teken “{sign}” is misschien een nootcijfer.</translation>
    </message>
    <message>
        <source>The sign “{sign}” may be the mark of this footnote.</source>
        <translation>Het teken “{sign}” is misschien het cijfer van deze voetnoot.</translation>
    </message>
    <message>
        <source>You made it “{reading}”; read anew, it says “{likely}”.</source>
        <translation>Jij maakte er “{reading}” van; opnieuw gelezen staat er “{likely}”.</translation>
    </message>
    <message>
        <source>“{likely}” fits between its neighbours much better.</source>
        <translation>“{likely}” past veel beter tussen zijn buren.</translation>
    </message>
    <message>
        <source>“{likely}” has no capital inside a sentence.</source>
        <translation>“{likely}” heeft midden in een zin geen hoofdletter.</translation>
    </message>
    <message>
        <source>“{likely}” is broken at its hyphen at the line end.</source>
        <translation>“{likely}” is aan het regeleinde bij het streepje afgebroken.</translation>
    </message>
    <message>
        <source>“{likely}” is broken at the line end.</source>
        <translation>“{likely}” is aan het regeleinde afgebroken.</translation>
    </message>
    <message>
        <source>“{likely}” is written with a capital.</source>
        <translation>“{likely}” heeft een hoofdletter.</translation>
    </message>
    <message>
        <source>“{likely}” seems to be one word.</source>
        <translation>“{likely}” lijkt één woord.</translation>
    </message>
    <message>
        <source>“{reading}” breaks the order of the numbers around it.</source>
        <translation>“{reading}” past niet in de volgorde van de getallen eromheen.</translation>
    </message>
    <message>
        <source>“{reading}” is much rarer than “{likely}”, which looks like it.</source>
        <translation>“{reading}” is veel zeldzamer dan “{likely}”, dat erop lijkt.</translation>
    </message>
    <message>
        <source>“{reading}” is not a word.</source>
        <translation>“{reading}” is geen woord.</translation>
    </message>
    <message>
        <source>“{reading}” is not a word; the OCR may have misread “{likely}”.</source>
        <translation>“{reading}” is geen woord; de OCR las misschien “{likely}” verkeerd.</translation>
    </message>
    <message>
        <source>“{reading}” is not a word; “{true}” is often read as “{read}”.</source>
        <translation>“{reading}” is geen woord; “{true}” wordt vaak gelezen als “{read}”.</translation>
    </message>
    <message>
        <source>“{reading}” is not written so; “{true}” is often read as “{read}”.</source>
        <translation>“{reading}” schrijf je niet zo; “{true}” wordt vaak gelezen als “{read}”.</translation>
    </message>
    <message>
        <source>“{reading}” mixes digits and letters that look alike.</source>
        <translation>In “{reading}” staan cijfers en letters door elkaar die op elkaar lijken.</translation>
    </message>
    <message>
        <source>“{reading}” seems to be a Roman number.</source>
        <translation>“{reading}” lijkt een Romeins cijfer.</translation>
    </message>
    <message>
        <source>“{reading}” was corrected to “{likely}” before.</source>
        <translation>“{reading}” is al eerder gecorrigeerd tot “{likely}”.</translation>
    </message>
    <message>
        <source>“{reading}” was read a second time: “{likely}”.</source>
        <translation>“{reading}” is een tweede keer gelezen als “{likely}”.</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>TablesController</name>
    <message numerus="yes">
        <source>%Ln passage(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln passage bewaard in {name}.</numerusform>
            <numerusform>%Ln passages bewaard in {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) confirmed.</source>
        <translation>
            <numerusform>%Ln voorstel bevestigd.</numerusform>
            <numerusform>%Ln voorstellen bevestigd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) turned down.</source>
        <translation>
            <numerusform>%Ln voorstel afgewezen.</numerusform>
            <numerusform>%Ln voorstellen afgewezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Bevestigen…</translation>
    </message>
    <message>
        <source>Nothing proposed is selected.</source>
        <translation>In de selectie staat geen voorstel.</translation>
    </message>
    <message>
        <source>Save the passages</source>
        <translation>Passages bewaren</translation>
    </message>
    <message>
        <source>The letters were changed meanwhile: choose again.</source>
        <translation>De brieven zijn intussen gewijzigd: kies opnieuw.</translation>
    </message>
    <message>
        <source>Turning down…</source>
        <translation>Afwijzen…</translation>
    </message>
    <message>
        <source>passages.csv</source>
        <translation>passages.csv</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>(at the top)</source>
        <translation>(bovenaan)</translation>
    </message>
    <message>
        <source>Backspace: none</source>
        <translation>Backspace: geen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Personal: exports can put something else in its place</source>
        <translation>Persoonlijk: een export kan er iets anders voor in de plaats zetten</translation>
    </message>
    <message>
        <source>Retired: not offered any more; what carries it keeps it</source>
        <translation>Vervallen: niet meer aangeboden; wat het draagt, houdt het</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Trigger phrases</source>
        <translation>Signaalzinnen</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Onder</translation>
    </message>
    <message>
        <source>one on a line</source>
        <translation>één per regel</translation>
    </message>
    <message>
        <source>only for passages</source>
        <translation>alleen voor passages</translation>
    </message>
</context>
<context>
    <name>TagText</name>
    <message>
        <source>For example: {examples}</source>
        <translation>Bijvoorbeeld: {examples}</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Changing letters…</source>
        <translation>Brieven wijzigen…</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Evidence for {field}</source>
        <translation>Vindplaats van {field}</translation>
    </message>
    <message>
        <source>Heading of a section: {name}, level {level}</source>
        <translation>Kop van een sectie: {name}, niveau {level}</translation>
    </message>
    <message>
        <source>OCR: {before}</source>
        <translation>OCR: {before}</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>Randtekst</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Pagina {number}</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Tekst van de brief</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>{name} (proposal)</source>
        <translation>{name} (voorstel)</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gereed</translation>
    </message>
    <message>
        <source>To go</source>
        <translation>Nog te doen</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>alles klaar</translation>
    </message>
    <message>
        <source>at this pace, on weekdays</source>
        <translation>in dit tempo, op werkdagen</translation>
    </message>
    <message>
        <source>cannot be said yet</source>
        <translation>nog niet te zeggen</translation>
    </message>
    <message>
        <source>letters per day of work</source>
        <translation>brieven per werkdag</translation>
    </message>
    <message>
        <source>letters that are not done</source>
        <translation>brieven die nog niet klaar zijn</translation>
    </message>
    <message>
        <source>no letter was marked as done yet</source>
        <translation>er is nog geen brief klaar gemeld</translation>
    </message>
    <message>
        <source>{n} % of {letters:letter|letters}</source>
        <translation>{n} % van {letters:brief|brieven}</translation>
    </message>
</context>
<context>
    <name>TransferController</name>
    <message>
        <source>Copying the project…</source>
        <translation>Project wordt gekopieerd…</translation>
    </message>
    <message>
        <source>Kanttekening projects (*.kant)</source>
        <translation>Kanttekening-projecten (*.kant)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie bewaren</translation>
    </message>
    <message>
        <source>{name}-copy.kant</source>
        <translation>{name}-kopie.kant</translation>
    </message>
</context>
<context>
    <name>TypingCard</name>
    <message>
        <source>Do you want to type?</source>
        <translation>Wil je typen?</translation>
    </message>
    <message>
        <source>While reading, letters tag; what they did was taken back.</source>
        <translation>Bij het lezen geven letters een label. Wat ze deden, is ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>no, these were keys</source>
        <translation>nee, dit waren toetsen</translation>
    </message>
    <message>
        <source>type it here</source>
        <translation>hier typen</translation>
    </message>
</context>
<context>
    <name>ValuePlace</name>
    <message>
        <source>F4 goes to: {quote}</source>
        <translation>F4 gaat naar: {quote}</translation>
    </message>
    <message>
        <source>Not found in the letter: select the words that prove it, then Shift+F4.</source>
        <translation>Niet gevonden in de brief: selecteer de woorden waar dit staat en druk op Shift+F4.</translation>
    </message>
    <message>
        <source>Proposed, {n}% sure: Enter confirms it, emptying it turns it down.</source>
        <translation>Voorgesteld, {n}% zeker: Enter bevestigt het, leegmaken wijst het af.</translation>
    </message>
    <message>
        <source>Proposed: Enter confirms it, emptying it turns it down.</source>
        <translation>Voorgesteld: Enter bevestigt het, leegmaken wijst het af.</translation>
    </message>
    <message>
        <source>The words that this was taken from were deleted.</source>
        <translation>De woorden waar dit vandaan komt, zijn verwijderd.</translation>
    </message>
    <message>
        <source>The words there read otherwise: “{quote}”. F4 goes to them.</source>
        <translation>Op de vindplaats staat iets anders: “{quote}”. F4 gaat ernaartoe.</translation>
    </message>
    <message>
        <source>missing: fill it in</source>
        <translation>ontbreekt: vul in</translation>
    </message>
    <message>
        <source>not in the letter</source>
        <translation>niet in de brief</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Correct, tag and fill in without risk</source>
        <translation>Zonder risico corrigeren, labelen en invullen</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>Verder waar je gebleven was</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <source>One file that holds everything</source>
        <translation>Eén bestand met alles erin</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Eerder geopend</translation>
    </message>
    <message>
        <source>Or drop letters here, or folders of letters: {kinds}.</source>
        <translation>Of sleep brieven hierheen, of mappen met brieven: {kinds}.</translation>
    </message>
    <message>
        <source>Try the sample letter</source>
        <translation>Voorbeeldbrief proberen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>All is saved by itself, {time}.</source>
        <translation>Alles wordt vanzelf bewaard; het laatst om {time}.</translation>
    </message>
    <message>
        <source>All is saved by itself.</source>
        <translation>Alles wordt vanzelf bewaard.</translation>
    </message>
    <message>
        <source>Another window works in it: you can look at everything, and change nothing.</source>
        <translation>Er wordt in een ander venster in gewerkt: je kunt alles bekijken, maar niets wijzigen.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was changed.</source>
        <translation>Geannuleerd: er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Click into the text or a field first.</source>
        <translation>Klik eerst in de tekst of in een veld.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Gekopieerd met bron.</translation>
    </message>
    <message>
        <source>Corrected in {places:place|places}, {letters:letter|letters}. {key} undoes it.</source>
        <translation>Gecorrigeerd op {places:plaats|plaatsen}, in {letters:brief|brieven}. {key} maakt het ongedaan.</translation>
    </message>
    <message>
        <source>Corrected in {places:place|places}, {letters:letter|letters}; {gone:was|were} changed meanwhile and left. {key} undoes it.</source>
        <translation>Gecorrigeerd op {places:plaats|plaatsen}, in {letters:brief|brieven}; {gone:was|waren} intussen gewijzigd en overgeslagen. {key} maakt het ongedaan.</translation>
    </message>
    <message>
        <source>Done. This was the last letter in the list.</source>
        <translation>Klaar. Dit was de laatste brief in de lijst.</translation>
    </message>
    <message>
        <source>It is being saved just now.</source>
        <translation>Er wordt nu bewaard.</translation>
    </message>
    <message>
        <source>Layout “{name}” removed.</source>
        <translation>Vensterindeling “{name}” verwijderd.</translation>
    </message>
    <message>
        <source>Layout “{name}” saved: {key} brings it back.</source>
        <translation>Vensterindeling “{name}” bewaard: {key} haalt haar terug.</translation>
    </message>
    <message>
        <source>Layout “{name}”.</source>
        <translation>Vensterindeling “{name}”.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Er is geen project open.</translation>
    </message>
    <message>
        <source>No two letters of the project are alike.</source>
        <translation>Geen twee brieven in het project lijken op elkaar.</translation>
    </message>
    <message>
        <source>Nothing can be tagged: {reason}.</source>
        <translation>Er kan niets gelabeld worden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing runs that can be stopped.</source>
        <translation>Er is niets bezig dat te stoppen is.</translation>
    </message>
    <message>
        <source>Nothing to correct was found.</source>
        <translation>Er is niets gevonden om te corrigeren.</translation>
    </message>
    <message>
        <source>Nothing was decided here that could be undone.</source>
        <translation>Hier is niets beslist dat ongedaan gemaakt kan worden.</translation>
    </message>
    <message>
        <source>Page images as wide as the page.</source>
        <translation>Paginabeelden zo breed als de pagina.</translation>
    </message>
    <message>
        <source>Page images as wide as their lines.</source>
        <translation>Paginabeelden zo breed als de regels.</translation>
    </message>
    <message>
        <source>Page images beside the text.</source>
        <translation>Paginabeelden naast de tekst.</translation>
    </message>
    <message>
        <source>Page images hidden: {key} shows them.</source>
        <translation>Paginabeelden verborgen: {key} toont ze.</translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation>Selecteer eerst de woorden die je wilt kopiëren.</translation>
    </message>
    <message>
        <source>Side panes away: {key} brings them back.</source>
        <translation>Zijpanelen weg: {key} haalt ze terug.</translation>
    </message>
    <message>
        <source>Status of {count:letter|letters}: {status}.</source>
        <translation>Status van {count:brief|brieven}: {status}.</translation>
    </message>
    <message>
        <source>Text size {size} %</source>
        <translation>Tekstgrootte {size} %</translation>
    </message>
    <message>
        <source>The codebook of {name} is damaged, and part of it is left out: {fault} Look through it in the codebook editor, or open a backup.</source>
        <translation>Het codeboek van {name} is beschadigd en een deel ervan is weggelaten: {fault} Kijk het na in het codeboekvenster, of open een back-up.</translation>
    </message>
    <message>
        <source>The letter has that status already.</source>
        <translation>De brief heeft die status al.</translation>
    </message>
    <message>
        <source>The lines of the page above the text.</source>
        <translation>De regels van de pagina boven de tekst.</translation>
    </message>
    <message>
        <source>The page image follows the text.</source>
        <translation>Het paginabeeld volgt de tekst.</translation>
    </message>
    <message>
        <source>The page image stays where it is.</source>
        <translation>Het paginabeeld blijft staan.</translation>
    </message>
    <message>
        <source>The page images are hidden: {key} shows them.</source>
        <translation>De paginabeelden zijn verborgen: {key} toont ze.</translation>
    </message>
    <message>
        <source>The program ended twice before {name} was on the screen, so it was not opened by itself this time. Open it here to try again, or open a backup of it.</source>
        <translation>Het programma stopte twee keer voordat {name} op het scherm stond; daarom is het deze keer niet vanzelf geopend. Open het hier om het nog eens te proberen, of open een back-up ervan.</translation>
    </message>
    <message>
        <source>The program was not closed the last time. The project was checked: all is there.</source>
        <translation>Het programma is de vorige keer niet afgesloten. Het project is gecontroleerd: alles is er.</translation>
    </message>
    <message>
        <source>The project can be worked on now.</source>
        <translation>Er kan nu in het project gewerkt worden.</translation>
    </message>
    <message>
        <source>The usual layout.</source>
        <translation>Gewone vensterindeling.</translation>
    </message>
    <message>
        <source>The whole page.</source>
        <translation>De hele pagina.</translation>
    </message>
    <message>
        <source>There is no word here to correct.</source>
        <translation>Hier staat geen woord om te corrigeren.</translation>
    </message>
    <message>
        <source>This field has no evidence yet: select the words and press {key}.</source>
        <translation>Dit veld heeft nog geen vindplaats: selecteer de woorden en druk op {key}.</translation>
    </message>
    <message>
        <source>This is the first letter in the list.</source>
        <translation>Dit is de eerste brief in de lijst.</translation>
    </message>
    <message>
        <source>This is the last letter in the list.</source>
        <translation>Dit is de laatste brief in de lijst.</translation>
    </message>
    <message>
        <source>This letter has no page images: its source is plain text.</source>
        <translation>Deze brief heeft geen paginabeelden: het bronbestand is platte tekst.</translation>
    </message>
    <message>
        <source>Words are cut and pasted while you type: press {key} first.</source>
        <translation>Woorden worden geknipt en geplakt terwijl je typt: druk eerst op {key}.</translation>
    </message>
    <message>
        <source>You can look at everything, and change nothing.</source>
        <translation>Je kunt alles bekijken, maar niets wijzigen.</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>alleen lezen</translation>
    </message>
    <message>
        <source>read only: {who} works in it</source>
        <translation>alleen lezen: {who} werkt erin</translation>
    </message>
    <message>
        <source>{count:letter|letters} removed.</source>
        <translation>{count:brief|brieven} verwijderd.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} is niet te lezen: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}</source>
        <translation>{name} is niet te schrijven: {reason}</translation>
    </message>
    <message>
        <source>{name}: {reason}.</source>
        <translation>{name}: {reason}.</translation>
    </message>
    <message>
        <source>{who} works in it on {host}, since {since}: you can look at everything, and change nothing.</source>
        <translation>{who} werkt erin op {host}, sinds {since}: je kunt alles bekijken, maar niets wijzigen.</translation>
    </message>
    <message>
        <source>“{text}” is no line and no page: write 12, or p 3.</source>
        <translation>“{text}” is geen regel en geen pagina: typ 12, of p 3.</translation>
    </message>
</context>
<context>
    <name>WordDeciding</name>
    <message numerus="yes">
        <source>%Ln letter(s) done</source>
        <translation>
            <numerusform>%Ln brief bekeken</numerusform>
            <numerusform>%Ln brieven bekeken</numerusform>
        </translation>
    </message>
    <message>
        <source>Correcting… go on with the next words meanwhile.</source>
        <translation>Bezig met corrigeren… ga intussen door met de volgende woorden.</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Gedaan: {what}</translation>
    </message>
    <message>
        <source>Reading the places…</source>
        <translation>De plaatsen worden gelezen…</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan gemaakt: {what}</translation>
    </message>
    <message>
        <source>{done}. With this all words that are shown are decided.</source>
        <translation>{done}. Daarmee is over alle getoonde woorden beslist.</translation>
    </message>
</context>
<context>
    <name>WordFilters</name>
    <message>
        <source>Filter the words</source>
        <translation>Woorden filteren</translation>
    </message>
    <message>
        <source>O: the other order</source>
        <translation>O: de andere volgorde</translation>
    </message>
    <message>
        <source>What is read for what</source>
        <translation>Wat waarvoor is gelezen</translation>
    </message>
    <message>
        <source>Which words, in which order</source>
        <translation>Welke woorden, in welke volgorde</translation>
    </message>
    <message>
        <source>most frequent first</source>
        <translation>vaakst voorkomend eerst</translation>
    </message>
    <message>
        <source>surest first</source>
        <translation>zekerst eerst</translation>
    </message>
</context>
<context>
    <name>WordReviewController</name>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln woord over</numerusform>
            <numerusform>%Ln woorden over</numerusform>
        </translation>
    </message>
    <message>
        <source>Correcting…</source>
        <translation>Bezig met corrigeren…</translation>
    </message>
    <message>
        <source>import letters</source>
        <translation>brieven importeren</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>handleiding</translation>
    </message>
    <message>
        <source>places</source>
        <translation>plaatsen</translation>
    </message>
    <message>
        <source>to the letter</source>
        <translation>naar de brief</translation>
    </message>
    <message>
        <source>word</source>
        <translation>woord</translation>
    </message>
</context>
<context>
    <name>WordsSide</name>
    <message numerus="yes">
        <source>%Ln letter(s) not looked at yet</source>
        <translation>
            <numerusform>%Ln brief nog niet bekeken</numerusform>
            <numerusform>%Ln brieven nog niet bekeken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln plaats</numerusform>
            <numerusform>%Ln plaatsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln woord</numerusform>
            <numerusform>%Ln woorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Go through words</source>
        <translation>Woorden nalopen</translation>
    </message>
    <message>
        <source>How many letters were looked at</source>
        <translation>Hoeveel brieven bekeken zijn</translation>
    </message>
    <message>
        <source>Looking at the letters: {text}</source>
        <translation>Brieven worden bekeken: {text}</translation>
    </message>
    <message>
        <source>No word fits the filter. Esc in the field clears it.</source>
        <translation>Geen woord past bij het filter. Esc in het veld wist het.</translation>
    </message>
    <message>
        <source>Nothing is doubted in the letters that were looked at.</source>
        <translation>In de bekeken brieven wordt nergens aan getwijfeld.</translation>
    </message>
    <message>
        <source>The letters are being looked at: doubtful words appear here as they are found.</source>
        <translation>De brieven worden bekeken: twijfelachtige woorden verschijnen hier zodra ze gevonden zijn.</translation>
    </message>
    <message>
        <source>There are no letters yet.</source>
        <translation>Er zijn nog geen brieven.</translation>
    </message>
    <message>
        <source>look at them</source>
        <translation>bekijken</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stoppen</translation>
    </message>
</context>
<context>
    <name>_HeadPage</name>
    <message>
        <source>Fields are what the form asks of each letter. Insert adds one.</source>
        <translation>Velden zijn wat het formulier van elke brief vraagt. Insert voegt er een toe.</translation>
    </message>
    <message>
        <source>Passage tags mark words of a letter. Insert adds one.</source>
        <translation>Labels voor passages markeren woorden van een brief. Insert voegt er een toe.</translation>
    </message>
    <message>
        <source>Section tags say what a part of a letter is. Insert adds one.</source>
        <translation>Labels voor secties zeggen wat een deel van een brief is. Insert voegt er een toe.</translation>
    </message>
</context>
<context>
    <name>_Sample</name>
    <message>
        <source>words</source>
        <translation>woorden</translation>
    </message>
</context>
</TS>
