import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Names the page: WeChat's bar, or the browser's tab. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    // a single page in WeChat Moments has a title of its own
    if (title) void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  }, [title])
}
