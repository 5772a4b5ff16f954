import Taro from '@tarojs/taro'
import type { FollowAppVisibility } from './lifecycle-types'

export const followAppVisibility: FollowAppVisibility = (onChange) => {
  const show = () => onChange(true)
  const hide = () => onChange(false)
  Taro.onAppShow(show)
  Taro.onAppHide(hide)
  return () => {
    Taro.offAppShow(show)
    Taro.offAppHide(hide)
  }
}
