/** The page, in points: A4, with room at the left for hanging numbers. */
export const page = { width: 595.28, height: 841.89 };
export const frame = { numbers: 70, left: 112, right: 595.28 - 84, top: 96, bottom: 841.89 - 96 };
export const measure = frame.right - frame.left;
/** Baselines of the running head and foot. */
export const headline = 58;
export const footline = 841.89 - 52;
