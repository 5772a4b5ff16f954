/** Mini-programs cannot save files; the URL is copied instead. */
export const download: ((url: string) => void) | null = null
