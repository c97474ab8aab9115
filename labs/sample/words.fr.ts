// What does the sample lab say in French? Every sentence a trainee reads; `code` between backquotes is the only markup.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Laisser un mot',
  summary: 'Le plus petit lab complet : écrire un mot dans un fichier, puis compter ses mots.',
  steps: {
    'write-a-word': {
      // What is asked, as an instruction. The lesson explains how.
      title: 'Écrivez un mot d’accueil dans un fichier nommé `mot.txt`.',
      // Said when it passes: what was gained, not « bravo ».
      done: 'Le mot est écrit. Il restera là jusqu’à ce que quelqu’un l’efface.',
      // Per hint: where to look, then almost the gesture. Never the bare solution in the first.
      hints: {
        'nothing-yet': [
          'Aucun fichier ne porte encore ce nom dans votre dossier personnel.',
          'Tapez `echo`, votre phrase entre guillemets, puis le signe `>` et le nom du fichier.',
        ],
        empty: [
          'Le fichier existe, mais il est vide.',
          'Le signe `>` envoie dans le fichier ce que la commande de gauche affiche : que met-elle à gauche ?',
        ],
        'other-name': [
          'Vous avez bien écrit un fichier, sous un autre nom que celui demandé.',
          'Refaites la même commande, avec `mot.txt` après le signe `>`.',
        ],
        'a-folder': [
          'Ce nom est pris par un dossier ; il faut un fichier.',
          'Retirez le dossier avec `rmdir mot.txt`, puis écrivez le fichier.',
        ],
      },
      // Shown after « voir la solution ».
      solution: '`echo` affiche une phrase ; `>` l’écrit dans un fichier au lieu de l’écran.',
    },
    'count-the-words': {
      title: 'Combien de mots contient `mot.txt` ? Demandez-le à la machine, puis donnez sa réponse ici.',
      done: 'C’est le bon nombre. La même commande compterait les mots d’une proposition de loi.',
      answerLabel: 'Nombre de mots',
      hints: {
        'no-answer': [
          'La réponse s’écrit dans le champ, sous le texte de l’étape.',
          'La commande `wc`, avec l’option `-w`, compte les mots du fichier qu’on lui nomme.',
        ],
        'no-file': [
          'Le fichier `mot.txt` n’est plus là : il n’y a rien à compter.',
          'Revenez à l’étape précédente et écrivez-le de nouveau.',
        ],
        'too-much': [
          'La machine répond un nombre et un nom de fichier ; seul le nombre est demandé.',
          'Ne recopiez que le premier mot de sa réponse.',
        ],
        'in-letters': [
          'Donnez le nombre en chiffres.',
          'Recopiez-le comme la machine l’écrit, sans lettres.',
        ],
        'another-number': [
          'La machine compte autrement : un mot, pour elle, finit à l’espace.',
          'Relancez la commande et recopiez le nombre qu’elle affiche en premier.',
        ],
      },
      solution: '`wc -w` (« word count ») affiche le nombre de mots, puis le nom du fichier.',
    },
  },
});
