/** Does something for each item, so many at a time, and gives what came of them in their order. Begins no more of them once `isOver`. */
export const inParallel = async <Item, Done>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Done>,
  isOver: () => boolean = () => false,
): Promise<readonly Done[]> => {
  const done: Done[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !isOver()) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item !== undefined) done[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
};
