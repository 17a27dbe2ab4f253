/** What prose is made of. MDX needs no imports: the page passes these as `components`. */
import AsOf from './AsOf.astro';
import Claim from './Claim.astro';
import Conflicts from './Conflicts.astro';
import Count from './Count.astro';
import Coverage from './Coverage.astro';
import Directions from './Directions.astro';
import Fact from './Fact.astro';
import Link from './Link.astro';
import Misreports from './Misreports.astro';
import Names from './Names.astro';
import Policy from './Policy.astro';
import Proved from './Proved.astro';
import Quote from './Quote.astro';
import Said from './Said.astro';
import Scrolly from './Scrolly.astro';
import Step from './Step.astro';
import Tables from './Tables.astro';
import When from './When.astro';
import Who from './Who.astro';

export const proseComponents = {
  AsOf,
  Claim,
  Conflicts,
  Count,
  Coverage,
  Directions,
  Fact,
  // Written in Markdown's own way.
  a: Link,
  Misreports,
  Names,
  Policy,
  Proved,
  Quote,
  Said,
  Scrolly,
  Step,
  Tables,
  When,
  Who,
};
export { Notes, storyOf } from './context';
export { default as Story } from './Story.astro';
export { Step };
