import { type Theme, themeVariables } from '@/domain/look/theme'

export const themeStyle = (theme: Theme): string =>
  Object.entries(themeVariables(theme))
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
