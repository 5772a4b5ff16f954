import { nextTick } from '@tarojs/taro'
import { showPart } from './show-part'

/** Does what moves the part with this id over the page, and scrolls to where it has come. */
export function stayPut(id: string, move: () => void): void {
  move()
  nextTick(() => showPart(id))
}
