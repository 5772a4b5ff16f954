/** Opens the settings in which microphone and album are allowed; `null` where they cannot be opened. */
export const openSettings: (() => void) | null = null
