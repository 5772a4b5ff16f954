import type { OpenSocket } from './network-types'
import { webOrigin } from './web-origin'

export const openSocket: OpenSocket = (path, { greeting, onMessage, onClose }) => {
  const socket = new WebSocket(webOrigin().replace(/^http/, 'ws') + path)
  socket.onopen = () => socket.send(greeting)
  socket.onmessage = ({ data }) => onMessage(String(data))
  socket.onclose = onClose
  return () => {
    socket.onclose = null
    socket.close()
  }
}
