/** Mini-programs open only pages of their own domains. */
export const openLink: ((url: string) => void) | null = null
