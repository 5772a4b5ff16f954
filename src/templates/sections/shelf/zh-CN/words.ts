export const shelfWords = { all: (count: number) => `一共 ${count} 样`, right: '，往右还有' } as const
