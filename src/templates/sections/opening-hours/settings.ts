/** When people can come or call. An empty title shows the section's own words. */
export type OpeningHoursSettings = {
  title: string
  /** "早上 8 点到晚上 8 点" */
  hours: string
  /** "周一歇" */
  rest: string
}

export const openingHoursDefaults: OpeningHoursSettings = { title: '', hours: '', rest: '' }
