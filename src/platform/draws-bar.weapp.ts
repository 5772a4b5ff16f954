/** Whether the platform itself draws a bar with the title and the way back. */
export const drawsBar: boolean = true
