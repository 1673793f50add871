/** Months in the languages of spreadsheets, as these write and read them: January first, synonyms parted by `|`. */
const namesByLanguage: readonly string[] = [
  'jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october nov|november dec|december',
  'jan|januar feb|februar mrz|mar|maerz|marz apr|april mai jun|juni jul|juli aug|august sep|sept|september okt|oktober nov|november dez|dezember',
  'janv|janvier fevr|fev|fevrier mars avr|avril mai juin juil|juillet aout sept|septembre oct|octobre nov|novembre dec|decembre',
  'ene|enero feb|febrero mar|marzo abr|abril may|mayo jun|junio jul|julio ago|agosto sep|sept|septiembre oct|octubre nov|noviembre dic|diciembre',
  'gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno lug|luglio ago|agosto set|settembre ott|ottobre nov|novembre dic|dicembre',
  'jan|janeiro fev|fevereiro mar|marco abr|abril mai|maio jun|junho jul|julho ago|agosto set|setembro out|outubro nov|novembro dez|dezembro',
  'jan|januari feb|februari mrt|maart apr|april mei jun|juni jul|juli aug|augustus sep|sept|september okt|oktober nov|november dec|december',
  'jan|januar|januari feb|februar|februari mar|mars|marts apr|april maj|mai jun|juni jul|juli aug|august|augusti sep|sept|september okt|oktober nov|november dec|des|december|desember',
  'sty|styczen lut|luty mar|marzec kwi|kwiecien maj cze|czerwiec lip|lipiec sie|sierpien wrz|wrzesien paz|pazdziernik lis|listopad gru|grudzien',
];

const months: ReadonlyMap<string, number> = new Map(
  namesByLanguage.flatMap((names) =>
    names.split(' ').flatMap((synonyms, at) => synonyms.split('|').map((name): [string, number] => [name, at + 1])),
  ),
);

/**
 * The month that a word names, 1 to 12: in full or abbreviated, with or without accents, in English, German, French,
 * Spanish, Italian, Portuguese, Dutch, Polish and the Scandinavian languages; null where it names none.
 */
export function monthOf(word: string): number | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return months.get(plain) ?? null;
}
