import type { Push } from './notifications-types'

/** Mini-programs send messages by WeChat. */
export const push: Push = {
  read: async () => 'unsupported',
  address: async () => undefined,
  turnOn: async () => 'unsupported',
  turnOff: async () => undefined,
}
