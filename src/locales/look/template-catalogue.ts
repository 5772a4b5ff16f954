import { translated } from '../translation'
import { templateWords } from './templates'

/** Title and description of every template, by its name. Loaded only by the server, which sends them to clients. */
export const templateCatalogue: Record<string, { title: string; description: string }> = translated(
  'templateCatalogue',
  {
    ...templateWords,
    wheat: { title: '粮行', description: '一块招牌，一块价牌，大字写价钱，不用照片' },
    amber: { title: '琥珀', description: '一进门是大照片，圆角白纸，一排货往右看' },
    farmyard: { title: '农家院', description: '格子布店招，先说今天收了多少、还剩多少' },
    herbal: { title: '药柜', description: '一格一格像药柜抽屉，上面亮资质，下面写产地' },
    indigo: { title: '蓝染', description: '蓝底白点的招牌，一面照片墙，一件一张大图' },
    inn: { title: '民宿', description: '先写几点开门，一间房一张宽照片' },
    'farm-table': { title: '农家饭', description: '大照片下面一张菜单，点线连着价钱' },
    'village-store': { title: '村里小卖部', description: '一层一层的货架往右看，新到的排在后面' },
    'group-order': { title: '接龙', description: '像群里接龙，一行一个号，写明哪天截止' },
  },
)
