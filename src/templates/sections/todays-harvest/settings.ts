/** What was harvested, on which day, and how much of it is left. An empty title shows words of that day. */
export type TodaysHarvestSettings = {
  title: string
  /** `YYYY-MM-DD`, or empty. */
  day: string
  category: string
  most: number
}

export const todaysHarvestDefaults: TodaysHarvestSettings = { title: '', day: '', category: '', most: 3 }
