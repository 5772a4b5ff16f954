import Taro from '@tarojs/taro'
import type { Network } from './network-types'

export const network: Network = {
  isOnline: async () => (await Taro.getNetworkType()).networkType !== 'none',
  onChange: (listener) => {
    const tell = (res: { isConnected: boolean }) => listener(res.isConnected)
    Taro.onNetworkStatusChange(tell)
    return () => Taro.offNetworkStatusChange(tell)
  },
}
