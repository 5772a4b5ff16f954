import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Host } from '../host-types'
import { button } from './button'
import { canvas } from './canvas'
import { choices } from './choice'
import { defineBuiltin } from './define'
import { form, label } from './form'
import { coverImage, image } from './image'
import { mediaKinds } from './media'
import { navigator } from './navigator'
import { pageContainer } from './page-container'
import { picker } from './picker'
import { plainKinds } from './plain'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { textFields } from './text-field'

const KINDS = [
  ...plainKinds,
  ...textFields,
  ...choices,
  ...mediaKinds,
  button,
  canvas,
  coverImage,
  form,
  image,
  label,
  navigator,
  pageContainer,
  picker,
  scrollView,
  slider,
  swiper,
  swiperItem,
]

/** Defines all built-in components in the global space and returns their definitions by tag. */
export function defineBuiltins(
  host: Host,
  space: CodeSpace,
): Map<string, glassEasel.GeneralComponentDefinition> {
  return new Map(KINDS.map((kind) => [kind.name, defineBuiltin(host, space, kind)]))
}
