import Taro from '@tarojs/taro'
import type { OpenSocket } from './network-types'
import { webOrigin } from './web-origin'

export const openSocket: OpenSocket = (path, { greeting, onMessage, onClose }) => {
  let isOver = false
  const end = () => {
    if (!isOver) onClose()
    isOver = true
  }
  const connecting = Taro.connectSocket({ url: webOrigin().replace(/^http/, 'ws') + path })
  connecting.then((task) => {
    if (isOver) return task.close({})
    task.onOpen(() => task.send({ data: greeting }))
    task.onMessage(({ data }) => !isOver && onMessage(String(data)))
    task.onClose(end)
    task.onError(end)
  }, end)
  return () => {
    isOver = true
    connecting.then(
      (task) => task.close({}),
      () => undefined,
    )
  }
}
