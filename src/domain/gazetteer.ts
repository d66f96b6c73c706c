import { z } from 'zod'

/** Lists of names by language code, e.g. `{ "ar": ["أميركا", "أمريكا"], "en": ["USA"] }`. */
const namesByLanguage = z.partialRecord(z.string().regex(/^[a-z]{2,3}$/), z.array(z.string().trim().min(1)))

export const tagIdSchema = z
  .string()
  .regex(/^(country:[a-z]{2}|(actor|place):[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be country:xx, actor:slug or place:slug')
  .meta({ id: 'TagId', description: 'country:xx (ISO 3166-1 alpha-2), actor:slug or place:slug' })

export const actorKindSchema = z.enum(['person', 'organization', 'government', 'armed-group']).meta({ id: 'ActorKind' })
export type ActorKind = z.infer<typeof actorKindSchema>

/**
 * A name that does not always mean its entry, with the words that decide. It counts where none of `notBefore` and
 * `notAfter` touches it and, if any of `before`, `after` and `near` is given, one of them is found.
 * `@demonym` stands for any country's demonym. e.g. "مجلس الأمن" is not the United Nations' before "الروسي".
 */
export const ambiguousNameSchema = z.strictObject({
  name: z.string().trim().min(1),
  before: z.array(z.string()).optional().describe('phrases that stand right before the name'),
  after: z.array(z.string()).optional().describe('phrases that stand right after the name'),
  near: z.array(z.string()).optional().describe('phrases anywhere in the same block'),
  notBefore: z.array(z.string()).optional().describe('phrases that, right before the name, rule it out'),
  notAfter: z.array(z.string()).optional().describe('phrases that, right after the name, rule it out'),
})
export type AmbiguousName = z.infer<typeof ambiguousNameSchema>

/** One thing that can be tagged. The id's prefix is its type; a country's code is the rest of its id. */
export const gazetteerEntrySchema = z.strictObject({
  id: tagIdSchema,
  label: z.strictObject({ ar: z.string().trim().min(1), en: z.string().trim().min(1) }).describe('also names'),
  kind: actorKindSchema.optional().describe('actors only, and required there'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .nullable()
    .default(null)
    .describe('null unless it was checked'),
  country: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .default(null)
    .describe('the country an actor acts for or a place lies in'),
  names: namesByLanguage.default({}).describe('further names that mean this entry wherever they stand'),
  shortNames: namesByLanguage
    .default({})
    .describe('names that count once a full name or a title stands in the article'),
  domesticNames: namesByLanguage
    .default({})
    .describe(
      'what its own country calls it: counts with that country’s demonym, or as "… في بلاده" where that country was just named',
    ),
  ambiguous: z.array(ambiguousNameSchema).default([]),
  demonyms: namesByLanguage.default({}).describe('countries only; an Arabic form in ـي is inflected by rule'),
  capital: z.boolean().default(false).describe('a place that is the capital of its country'),
  timeZone: z.string().optional().describe('IANA name; a place whose name on a date line decides the zone'),
})
export type GazetteerEntry = z.infer<typeof gazetteerEntrySchema>

/** Names added to an entry of another file. */
export const gazetteerExtensionSchema = gazetteerEntrySchema
  .pick({ names: true, shortNames: true, domesticNames: true, ambiguous: true, demonyms: true })
  .extend({ extends: tagIdSchema })
export type GazetteerExtension = z.infer<typeof gazetteerExtensionSchema>

/**
 * A body that every country has, named by a general noun: "وزارة الخارجية" + التركية is the Turkish foreign ministry.
 * Each country with demonyms gets an entry of it, `actor:turkish-foreign-ministry`, unless one that is listed has that name.
 */
export const institutionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: actorKindSchema,
  same: z
    .string()
    .optional()
    .describe('the institution that these are further phrases of: "القوات" is the army, in the feminine'),
  gender: z.enum(['m', 'f']).describe('of the Arabic noun: the nationality agrees with it'),
  label: z.strictObject({ ar: z.string(), en: z.string() }).describe('without the country'),
  ar: z.array(z.string()).describe('definite phrases that a nationality follows'),
  tail: z.string().optional().describe('words behind the nationality: "الاتحاد السعودي لكرة القدم"'),
  short: z
    .array(z.string())
    .default([])
    .describe('phrases without the leading noun, no adjective of a noun before: "الخارجية"'),
  construct: z
    .array(z.string())
    .default([])
    .describe('phrases that the name of a country follows: "جيش", "وزارة خارجية"'),
  en: z.array(z.string()).describe('phrases that follow a nationality, or that "of" and a country follow'),
  bare: z.array(z.string()).default([]).describe('what it is called alone once it was named with its country'),
})
export type Institution = z.infer<typeof institutionSchema>

/** A file of `data/gazetteer` or of the user's own folder. */
export const gazetteerFileSchema = z.strictObject({
  entries: z.array(z.union([gazetteerExtensionSchema, gazetteerEntrySchema])).default([]),
  institutions: z.array(institutionSchema).default([]),
})
