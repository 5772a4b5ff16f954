/** A mini-program's pages are not reloaded, and their addresses not seen. */
export const keepInAddress = (_name: string, _value: string | null): void => {}
