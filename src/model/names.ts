/** What organisations are called in a language. */
import type { Dataset, OrgId } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { spellNumber } from '~/i18n/numbers';
import { coreOrganisations } from './flows';
import { findRow } from './row';

/** From id to name; an id without a row, which only a test's own data has, says itself. */
export const namesIn =
  ({ organisations }: Pick<Dataset, 'organisations'>, lang: Lang) =>
  (org: OrgId): string =>
    findRow(organisations, org)?.name[lang] ?? org;

/** How many organisations the data are about, as running text has it: "four". */
export const coreCount = (data: Dataset, lang: Lang): string =>
  spellNumber(coreOrganisations(data).length, lang);
