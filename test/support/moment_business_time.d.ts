declare module 'moment-business-time' {
  interface Moment {
    addWorkingTime(count: number, unit: 'minutes'): Moment;
    valueOf(): number;
  }
  const moment: {
    (at: number): Moment;
    /** Hours by the number of the weekday, 0 for Sunday: opening and closing times in turn. */
    updateLocale(
      locale: string,
      settings: { readonly workinghours: Readonly<Record<number, readonly string[] | null>>; readonly holidays: readonly string[] },
    ): void;
  };
  export default moment;
}
