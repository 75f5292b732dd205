"""Der Datenpool: wer was sehen darf, lesen, schreiben und der Grundbestand an Städten und Größen."""
