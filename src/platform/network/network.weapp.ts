import Taro from '@tarojs/taro'
import type { Network } from './network-types'

export const network: Network = {
  isOnline: async () => (await Taro.getNetworkType()).networkType !== 'none',
  onChange: (listener) => {
    const notify = (res: { isConnected: boolean }) => listener(res.isConnected)
    Taro.onNetworkStatusChange(notify)
    return () => Taro.offNetworkStatusChange(notify)
  },
}
