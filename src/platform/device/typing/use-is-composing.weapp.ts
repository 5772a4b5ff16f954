const never = () => false

/** WeChat reports a text when the input method has finished it. */
export const useIsComposing = (): (() => boolean) => never
