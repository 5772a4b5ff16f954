/** WeChat keeps the focus itself. */
export const useArrival = (): Record<string, unknown> => ({})
