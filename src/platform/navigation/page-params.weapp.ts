import { useRouter } from '@tarojs/taro'
import { codeParams } from './code-params'

/** The parameters that a page was opened with, by a link or by a code. */
export function usePageParams(): Record<string, string | undefined> {
  const { params } = useRouter()
  return { ...codeParams(params), ...params }
}
