/** Browsers load the newest version by themselves. */
export const keepVersion = (): void => undefined
