import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Sets the title of WeChat's navigation bar, which may be empty, or of the browser's tab. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    // rejected in the single-page mode of WeChat Moments, which has its own title
    if (title !== undefined) void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  }, [title])
}
