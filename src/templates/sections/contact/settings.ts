/** How to reach the shop. An empty title shows the section's own words. */
export type ContactSettings = {
  title: string
}

export const contactDefaults: ContactSettings = { title: '' }
