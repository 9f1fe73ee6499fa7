CREATE
  (n0:`A b`:```` {date: date('2013-01-11'), dates: [date('1970-01-01'), date('1970-01-02')], duration: duration('P1M2DT3S'), large: (-9223372036854775807 - 1), nan: (0.0 / 0.0), infinite: [(-1.0 / 0.0), 1.0], mixed: [1, 'a\'b\\c\n'], `a b```: true}),
  (n1),
  (n0)-[:`has it` {at: datetime('2013-01-11T00:00:01+01:00[Europe/Stockholm]'), text: '<a & "b">\u0000\t\n'}]->(n1);
