/** What organisations are called in a language. */
import type { Dataset, OrgId } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { spellNumber } from '~/i18n/numbers';
import { coreOrganisations } from './flows';

/** From id to name; an id without a row, which only a test's own data has, says itself. */
export function namesIn(data: Pick<Dataset, 'organisations'>, lang: Lang): (org: OrgId) => string {
  const names = new Map(data.organisations.map(({ id, name }) => [id, name[lang]]));
  return (org) => names.get(org) ?? org;
}

/** How many organisations the data are about, as running text has it: "four". */
export const coreCount = (data: Dataset, lang: Lang): string =>
  spellNumber(coreOrganisations(data).length, lang);
