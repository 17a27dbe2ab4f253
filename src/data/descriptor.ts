/** The descriptor of the Data Package (v2), checked and reduced to what checking a table needs. */
import { z } from 'zod';
import { LANGS, type Lang } from '~/i18n/languages';
import { dateFault } from './dates';
import { decode } from './decode';
import { JsonFault, type LocatedJson, type Path, readJson } from './json';
import { didYouMean } from './nearest';
import { type Problem, quoted } from './problems';

const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'list'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Field {
  name: string;
  /** What readers call it, and what it holds; the standard's own properties are in the first language. */
  titles: Texts;
  descriptions: Texts;
  type: FieldType;
  /** `uri` is the only format read: a web address. */
  uri: boolean;
  delimiter: string;
  required: boolean;
  unique: boolean;
  /** Names the rows of its table, and so their addresses and files. */
  key: boolean;
  /** In letters. */
  longest: number;
  pattern: RegExp | undefined;
  /** One that would be right, '' where the descriptor gives none. */
  example: string;
  options: readonly string[] | undefined;
  minimum: number;
  maximum: number;
  /** A date as precise as its source, which no type of the standard covers. */
  partialDate: boolean;
  /** A date before this one is a slip: what the table is about had not begun. */
  earliest: string | undefined;
  /** A date that may lie ahead, as that of a plan; all others have been. */
  planned: boolean;
  allowFormula: boolean;
  /** Names a person: a row that must have it is about them. */
  person: boolean;
  /** What a row is: with another value it is another thing, and needs another id. */
  identity: boolean;
  /** Rows that this one is about: where it names none in any such column, it is about nothing. */
  concerns: boolean;
  /** Quoted as it was found, in whatever script: it stands in pages alone, where a reader's device has the letters. */
  anyScript: boolean;
  /** Where the value, or each item of a list, must exist. */
  references: Reference | undefined;
}

/** In the languages that the descriptor has. */
type Texts = Readonly<Partial<Record<Lang, string>>>;

interface Reference {
  resource: string;
  field: string;
}

export interface Resource {
  name: string;
  path: string;
  /** What readers call it; the standard's own `title` is in the first language. */
  titles: Texts;
  fields: readonly Field[];
}

interface Descriptor {
  resources: readonly Resource[];
  problems: readonly Problem[];
}

/** Properties with a title and a description in a language other than the first. */
export const titleIn = (lang: Lang) => `counterflow:title_${lang}`;
export const descriptionIn = (lang: Lang) => `counterflow:description_${lang}`;

const text = z.string().min(1);
/** Keys of one column each; the standard also knows keys of several, which nothing here needs. */
const oneColumn = z
  .union([text, z.tuple([text])])
  .transform((key) => (typeof key === 'string' ? key : key[0]));
const reference = z.strictObject({ resource: text, field: text });

const pattern = text.transform((source, context) => {
  try {
    return new RegExp(source, 'u');
  } catch {
    context.addIssue({ code: 'custom', message: `${quoted(source)} is not a regular expression.` });
    return z.NEVER;
  }
});

const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  pattern: pattern.optional(),
  enum: z.array(text).min(1).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().int().min(1).optional(),
});

/** Title and description of a column in every language but the first. */
function translations() {
  const names = LANGS.slice(1).flatMap((lang) => [titleIn(lang), descriptionIn(lang)]);
  return Object.fromEntries(names.map((name) => [name, text.optional()]));
}

const field = z.strictObject({
  name: text,
  title: text,
  description: text,
  type: z.enum(FIELD_TYPES),
  format: z.enum(['default', 'uri']).optional(),
  delimiter: text.optional(),
  itemType: z.literal('string').optional(),
  example: z.unknown().optional(),
  constraints: constraints.optional(),
  'counterflow:partialDate': z.boolean().optional(),
  'counterflow:earliest': z
    .string()
    .refine((date) => dateFault(date) === '', 'Expected YYYY, YYYY-MM or YYYY-MM-DD.')
    .optional(),
  'counterflow:planned': z.boolean().optional(),
  'counterflow:allowFormula': z.boolean().optional(),
  'counterflow:anyScript': z.boolean().optional(),
  'counterflow:person': z.boolean().optional(),
  'counterflow:identity': z.boolean().optional(),
  'counterflow:concerns': z.boolean().optional(),
  'counterflow:references': reference.optional(),
  ...translations(),
});

const schema = z.looseObject({
  fields: z.array(field).min(1),
  missingValues: z.tuple([z.literal('')]).optional(),
  primaryKey: oneColumn,
  foreignKeys: z
    .array(
      z.strictObject({ fields: oneColumn, reference: z.strictObject({ resource: text, fields: oneColumn }) }),
    )
    .optional(),
});

const resource = z.looseObject({
  name: text,
  title: text,
  type: z.literal('table'),
  path: z
    .string()
    .regex(/^(?!\/)(?!.*\.\.)[^\\:]+\.csv$/, 'Expected a file beside datapackage.json, such as "moves.csv".'),
  encoding: z.literal('utf-8').optional(),
  dialect: z
    .looseObject({ delimiter: z.literal(',').optional(), header: z.literal(true).optional() })
    .optional(),
  schema,
});

const descriptor = z
  .looseObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
    name: text,
    title: text,
    licenses: z.array(z.looseObject({ name: text })).min(1),
    resources: z.array(resource).min(1),
  })
  .superRefine(({ resources }, context) => {
    const names = resources.map((r) => r.name);
    const fieldsOf = (name: string) =>
      resources.find((r) => r.name === name)?.schema.fields.map((f) => f.name) ?? [];
    const known = (name: unknown, all: readonly string[], kind: string, path: Path) => {
      // This runs with a name of another type too, which has its own problem.
      if (typeof name !== 'string' || all.includes(name)) return;
      context.addIssue({
        code: 'custom',
        message: `no ${kind} "${name}".${didYouMean(name, all)}`,
        path: [...path],
      });
    };
    const once = (all: readonly string[], path: (index: number) => Path) => {
      all.forEach((name, i) => {
        if (all.indexOf(name) === i) return;
        context.addIssue({
          code: 'custom',
          message: `"${name}" is here twice. Expected it once.`,
          path: [...path(i)],
        });
      });
    };
    once(names, (i) => ['resources', i, 'name']);
    resources.forEach((r, i) => {
      const at: Path = ['resources', i, 'schema'];
      const own = fieldsOf(r.name);
      once(own, (k) => [...at, 'fields', k, 'name']);
      known(r.schema.primaryKey, own, 'field', [...at, 'primaryKey']);
      r.schema.foreignKeys?.forEach((foreign, k) => {
        const path = [...at, 'foreignKeys', k];
        known(foreign.fields, own, 'field', [...path, 'fields']);
        known(foreign.reference.resource, names, 'resource', [...path, 'reference', 'resource']);
        const there = fieldsOf(foreign.reference.resource);
        if (there.length > 0)
          known(foreign.reference.fields, there, 'field', [...path, 'reference', 'fields']);
      });
      r.schema.fields.forEach((f, k) => {
        const target = f['counterflow:references'];
        if (target === undefined) return;
        const path = [...at, 'fields', k, 'counterflow:references'];
        known(target.resource, names, 'resource', [...path, 'resource']);
        const there = fieldsOf(target.resource);
        if (there.length > 0) known(target.field, there, 'field', [...path, 'field']);
      });
    });
  });

/** Never throws; with a problem there are no resources. */
export function readDescriptor(bytes: Uint8Array, file: string): Descriptor {
  const { text: source, fault } = decode(bytes);
  if (fault !== undefined) return { resources: [], problems: [{ ...fault, file, field: '' }] };
  let json: LocatedJson;
  try {
    json = readJson(source);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { resources: [], problems: [{ ...error.place, file, field: '', message: error.message }] };
  }
  const parsed = descriptor.safeParse(json.value);
  if (parsed.success) return { resources: parsed.data.resources.map(toResource), problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => toProblems(issue, json, file));
  return { resources: [], problems };
}

/** A file is named after two of them, a chart and a size, in at most 255 letters. */
const LONGEST_ID = 64;

type RawResource = z.output<typeof resource>;

function toResource(raw: RawResource): Resource {
  const { name, title, path } = raw;
  const { fields, primaryKey, foreignKeys } = raw.schema;
  return {
    name,
    path,
    titles: textsOf(title, raw, titleIn),
    fields: fields.map((f): Field => {
      const limits = f.constraints ?? {};
      const key = f.name === primaryKey;
      const foreign = foreignKeys?.find((k) => k.fields === f.name)?.reference;
      return {
        name: f.name,
        titles: textsOf(f.title, f, titleIn),
        descriptions: textsOf(f.description, f, descriptionIn),
        type: f.type,
        uri: f.format === 'uri',
        delimiter: f.delimiter ?? ',',
        required: key || (limits.required ?? false),
        unique: key || (limits.unique ?? false),
        key,
        longest: limits.maxLength ?? (key ? LONGEST_ID : Number.POSITIVE_INFINITY),
        pattern: limits.pattern,
        example: String(f.example ?? ''),
        options: limits.enum,
        minimum: limits.minimum ?? Number.NEGATIVE_INFINITY,
        maximum: limits.maximum ?? Number.POSITIVE_INFINITY,
        partialDate: f['counterflow:partialDate'] ?? false,
        earliest: f['counterflow:earliest'],
        planned: f['counterflow:planned'] ?? false,
        allowFormula: f['counterflow:allowFormula'] ?? false,
        concerns: f['counterflow:concerns'] ?? false,
        anyScript: f['counterflow:anyScript'] ?? false,
        person: f['counterflow:person'] ?? false,
        identity: f['counterflow:identity'] ?? false,
        references:
          foreign === undefined
            ? f['counterflow:references']
            : { resource: foreign.resource, field: foreign.fields },
      };
    }),
  };
}

/** A text of the standard and its translations. */
function textsOf(first: string, raw: object, nameIn: (lang: Lang) => string): Texts {
  const texts = LANGS.map((lang, i) => [lang, i === 0 ? first : Reflect.get(raw, nameIn(lang))]);
  return Object.fromEntries(texts.filter(([, one]) => typeof one === 'string'));
}

/** One of zod's issues in our words; an unknown property is a problem of its own for each. */
function toProblems(issue: z.core.$ZodIssue, json: LocatedJson, file: string): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const problem = (steps: Path, message: string): Problem => ({
    ...json.at(steps),
    file,
    field: steps.join('.'),
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) =>
      problem([...path, name], `unknown property.${didYouMean(name, KNOWN_PROPERTIES)}`),
    );
  }
  const given = valueAt(json.value, path);
  if (given === undefined) return [problem(path, `missing. Expected ${expectation(issue)}.`)];
  if (issue.code === 'custom' || issue.code === 'invalid_format') {
    const said =
      issue.code === 'custom' ? issue.message : `${quoted(String(given))} does not fit. ${issue.message}`;
    return [problem(path, said)];
  }
  const known = issue.code === 'invalid_value' && issue.values.length > 1 ? issue.values.map(String) : [];
  const guess = didYouMean(typeof given === 'string' ? given : '', known);
  return [problem(path, `${show(given)} does not fit. Expected ${expectation(issue)}.${guess}`)];
}

const KNOWN_PROPERTIES = [
  ...Object.keys(field.shape),
  ...Object.keys(constraints.shape),
  ...Object.keys(reference.shape),
];

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(', ');
  if (issue.code === 'invalid_type') return ARTICLES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'at least one' : 'some text';
  if (issue.code === 'too_big') return 'one column';
  if (issue.code === 'invalid_union') return 'the name of one column';
  return issue.message;
}

const ARTICLES: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  tuple: 'a list in square brackets',
  object: 'an object in curly brackets',
};

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : quoted(String(value));
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}
