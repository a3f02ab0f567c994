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
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n file(s) could not be imported:</source>
        <translation>
            <numerusform>%n file could not be imported:</numerusform>
            <numerusform>%n files could not be imported:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of other kinds were left alone:</source>
        <translation>
            <numerusform>%n file of another kind was left alone:</numerusform>
            <numerusform>%n files of other kinds were left alone:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were in the project already:</source>
        <translation>
            <numerusform>%n file was in the project already:</numerusform>
            <numerusform>%n files were in the project already:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) may have come in twice:</source>
        <translation>
            <numerusform>%n letter may have come in twice:</numerusform>
            <numerusform>%n letters may have come in twice:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) out of the folder were not followed:</source>
        <translation>
            <numerusform>%n link out of the folder was not followed:</numerusform>
            <numerusform>%n links out of the folder were not followed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s):</source>
        <translation>
            <numerusform>%n remark:</numerusform>
            <numerusform>%n remarks:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, some %n minute(s) to go</source>
        <translation>
            <numerusform>, about %n minute to go</numerusform>
            <numerusform>, about %n minutes to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersTable</name>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) selected.</source>
        <translation>
            <numerusform>%n letter selected.</numerusform>
            <numerusform>%n letters selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message numerus="yes">
        <source>%n file(s) may be the pages of letters</source>
        <translation>
            <numerusform>%n file may be a page of a letter</numerusform>
            <numerusform>%n files may be the pages of letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Letters: one of each file (%n letter(s))</source>
        <translation>
            <numerusform>&amp;Letters: one of each file (%n letter)</numerusform>
            <numerusform>&amp;Letters: one of each file (%n letters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pages: one letter of each name (%n letter(s))</source>
        <translation>
            <numerusform>&amp;Pages: one letter of each name (%n letter)</numerusform>
            <numerusform>&amp;Pages: one letter of each name (%n letters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassagesTable</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>%n file(s) need a password</source>
        <translation>
            <numerusform>%n file needs a password</numerusform>
            <numerusform>%n files need a password</numerusform>
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
    <name>Readiness</name>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n proposal</numerusform>
            <numerusform>%n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspect(s)</source>
        <translation>
            <numerusform>%n suspect</numerusform>
            <numerusform>%n suspects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n letter(s) from the project?</source>
        <translation>
            <numerusform>Remove %n letter from the project?</numerusform>
            <numerusform>Remove %n letters from the project?</numerusform>
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
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message numerus="yes">
        <source>&amp;This letter (%n page(s))</source>
        <translation>
            <numerusform>&amp;This letter (%n page)</numerusform>
            <numerusform>&amp;This letter (%n pages)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n letters that are &amp;chosen in the list</source>
        <translation>
            <numerusform>The %n letter that is &amp;chosen in the list</numerusform>
            <numerusform>The %n letters that are &amp;chosen in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The &amp;whole project (%n letter(s))</source>
        <translation>
            <numerusform>The &amp;whole project (%n letter)</numerusform>
            <numerusform>The &amp;whole project (%n letters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>confirm · %n proposed</source>
        <translation>
            <numerusform>confirm · %n proposed</numerusform>
            <numerusform>confirm · %n proposed</numerusform>
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
        <source>%n passage(s) written to {name}.</source>
        <translation>
            <numerusform>%n passage written to {name}.</numerusform>
            <numerusform>%n passages written to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) confirmed.</source>
        <translation>
            <numerusform>%n proposal confirmed.</numerusform>
            <numerusform>%n proposals confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) turned down.</source>
        <translation>
            <numerusform>%n proposal turned down.</numerusform>
            <numerusform>%n proposals turned down.</numerusform>
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
