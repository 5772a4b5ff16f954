import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Names the page: WeChat's bar, or the browser's tab. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
}
