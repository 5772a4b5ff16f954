import { useRouter } from '@tarojs/taro'
import { codeParams } from './code-params'

/** The parameters of the page's URL or of the code that opened it. */
export function usePageParams(): Record<string, string | undefined> {
  const { params } = useRouter()
  return { ...codeParams(params), ...params }
}
