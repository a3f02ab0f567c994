<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>%Ln group(s) of letters that are alike</source>
        <translation>
            <numerusform>%Ln group of letters that are alike</numerusform>
            <numerusform>%Ln groups of letters that are alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be imported:</source>
        <translation>
            <numerusform>%Ln file could not be imported:</numerusform>
            <numerusform>%Ln files could not be imported:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of other kinds were left alone:</source>
        <translation>
            <numerusform>%Ln file of another kind was left alone:</numerusform>
            <numerusform>%Ln files of other kinds were left alone:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were in the project already:</source>
        <translation>
            <numerusform>%Ln file was in the project already:</numerusform>
            <numerusform>%Ln files were in the project already:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) may have come in twice:</source>
        <translation>
            <numerusform>%Ln letter may have come in twice:</numerusform>
            <numerusform>%Ln letters may have come in twice:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) out of the folder were not followed:</source>
        <translation>
            <numerusform>%Ln link out of the folder was not followed:</numerusform>
            <numerusform>%Ln links out of the folder were not followed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s):</source>
        <translation>
            <numerusform>%Ln remark:</numerusform>
            <numerusform>%Ln remarks:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersTable</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) selected.</source>
        <translation>
            <numerusform>%Ln letter selected.</numerusform>
            <numerusform>%Ln letters selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) may be the pages of letters</source>
        <translation>
            <numerusform>%Ln file may be a page of a letter</numerusform>
            <numerusform>%Ln files may be the pages of letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Letters: one of each file (%Ln letter(s))</source>
        <translation>
            <numerusform>&amp;Letters: one of each file (%Ln letter)</numerusform>
            <numerusform>&amp;Letters: one of each file (%Ln letters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pages: one letter of each name (%Ln letter(s))</source>
        <translation>
            <numerusform>&amp;Pages: one letter of each name (%Ln letter)</numerusform>
            <numerusform>&amp;Pages: one letter of each name (%Ln letters)</numerusform>
        </translation>
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
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) need a password</source>
        <translation>
            <numerusform>%Ln file needs a password</numerusform>
            <numerusform>%Ln files need a password</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesSide</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ decided at %Ln place(s)</source>
        <translation>
            <numerusform>✓ decided at %Ln place</numerusform>
            <numerusform>✓ decided at %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>some %Ln minute(s) to go</source>
        <translation>
            <numerusform>some %Ln minute to go</numerusform>
            <numerusform>some %Ln minutes to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message numerus="yes">
        <source>%Ln proposal(s)</source>
        <translation>
            <numerusform>%Ln proposal</numerusform>
            <numerusform>%Ln proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suspect(s)</source>
        <translation>
            <numerusform>%Ln suspect</numerusform>
            <numerusform>%Ln suspects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s)</source>
        <translation>
            <numerusform>%Ln reading</numerusform>
            <numerusform>%Ln readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
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
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln letter(s) from the project?</source>
        <translation>
            <numerusform>Remove %Ln letter from the project?</numerusform>
            <numerusform>Remove %Ln letters from the project?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreController</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) are as they were then.</source>
        <translation>
            <numerusform>%Ln letter is as it was then.</numerusform>
            <numerusform>%Ln letters are as they were then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) come back: {titles}</source>
        <translation>
            <numerusform>%Ln letter comes back: {titles}</numerusform>
            <numerusform>%Ln letters come back: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) go: {titles}</source>
        <translation>
            <numerusform>%Ln letter goes: {titles}</numerusform>
            <numerusform>%Ln letters go: {titles}</numerusform>
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
            <numerusform>%Ln step made since then goes</numerusform>
            <numerusform>%Ln steps made since then go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone since then come back</source>
        <translation>
            <numerusform>%Ln step undone since then comes back</numerusform>
            <numerusform>%Ln steps undone since then come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%Ln backup(s)</source>
        <translation>
            <numerusform>%Ln backup</numerusform>
            <numerusform>%Ln backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message numerus="yes">
        <source>&amp;This letter (%Ln page(s))</source>
        <translation>
            <numerusform>&amp;This letter (%Ln page)</numerusform>
            <numerusform>&amp;This letter (%Ln pages)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln letters that are &amp;chosen in the list</source>
        <translation>
            <numerusform>The %Ln letter that is &amp;chosen in the list</numerusform>
            <numerusform>The %Ln letters that are &amp;chosen in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The &amp;whole project (%Ln letter(s))</source>
        <translation>
            <numerusform>The &amp;whole project (%Ln letter)</numerusform>
            <numerusform>The &amp;whole project (%Ln letters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>confirm · %Ln proposed</source>
        <translation>
            <numerusform>confirm · %Ln proposed</numerusform>
            <numerusform>confirm · %Ln proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SureDialog</name>
    <message numerus="yes">
        <source>Correct %Ln sure word(s)?</source>
        <translation>
            <numerusform>Correct %Ln sure word?</numerusform>
            <numerusform>Correct %Ln sure words?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct %Ln word(s)</source>
        <translation>
            <numerusform>Correct %Ln word</numerusform>
            <numerusform>Correct %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablesController</name>
    <message numerus="yes">
        <source>%Ln passage(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln passage written to {name}.</numerusform>
            <numerusform>%Ln passages written to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) confirmed.</source>
        <translation>
            <numerusform>%Ln proposal confirmed.</numerusform>
            <numerusform>%Ln proposals confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) turned down.</source>
        <translation>
            <numerusform>%Ln proposal turned down.</numerusform>
            <numerusform>%Ln proposals turned down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordDeciding</name>
    <message numerus="yes">
        <source>%Ln letter(s) done</source>
        <translation>
            <numerusform>%Ln letter done</numerusform>
            <numerusform>%Ln letters done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordReviewController</name>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln word left</numerusform>
            <numerusform>%Ln words left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsSide</name>
    <message numerus="yes">
        <source>%Ln letter(s) not looked at yet</source>
        <translation>
            <numerusform>%Ln letter not looked at yet</numerusform>
            <numerusform>%Ln letters not looked at yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
</TS>
