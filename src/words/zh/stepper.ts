export const stepperWords = {
  less: (what: string) => `${what}少一个`,
  more: (what: string) => `${what}多一个`,
} as const
