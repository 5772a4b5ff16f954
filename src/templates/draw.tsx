import type { ComponentType, ReactElement } from 'react'
import type { SectionKind } from './kinds'
import type { SectionProps } from './section'

export type Place = Omit<SectionProps<unknown>, 'settings'>
export type Draw = (settings: Record<string, unknown>, place: Place) => ReactElement
export type Sections<Kind extends SectionKind = SectionKind> = Record<Kind, Draw>

/** A look made before a setting existed gets that setting's default. */
export const draws =
  <S extends object>(Section: ComponentType<SectionProps<S>>, defaults: S): Draw =>
  (settings, place) => <Section settings={{ ...defaults, ...settings }} {...place} />
