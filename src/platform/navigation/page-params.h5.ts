import { useRouter } from '@tarojs/taro'

/** The parameters that a page was opened with. */
export const usePageParams = (): Record<string, string | undefined> => useRouter().params
