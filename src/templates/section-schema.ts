import type { TSchema } from '@sinclair/typebox'

/** The schema and the defaults of a section kind's settings. */
export interface SectionSchema<Settings> {
  schema: TSchema
  defaults: Settings
}
