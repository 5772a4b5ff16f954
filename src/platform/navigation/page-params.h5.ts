import { useRouter } from '@tarojs/taro'

/** The parameters of the page's URL. */
export const usePageParams = (): Record<string, string | undefined> => useRouter().params
