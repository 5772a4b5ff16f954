import type { ServerModule } from '../../server-module'
import { settingHandlers } from './routes'

export const settingsModule = (({ deps }) => ({ handlers: settingHandlers(deps) })) satisfies ServerModule
