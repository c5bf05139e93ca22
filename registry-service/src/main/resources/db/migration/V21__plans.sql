-- The power sector's plans so far and the first of another sector, as published. Tonnes of CO2 per
-- MWh and per GJ; factors without a unit; shares in percent. Each rules from the day its plan was
-- issued. A correction is a new version, proposed and approved like any other.

create function publish(day date, plan jsonb) returns void language sql as $$
    insert into rule_set_version
        (rule_set, version, state, sector, year_from, year_to, valid_from, rules,
         author, proposed_at, decided_by, decided_at)
    values (plan ->> 'ruleSet', 1, 'APPROVED', plan ->> 'sector', (plan ->> 'yearFrom')::integer,
            (plan ->> 'yearTo')::integer, day, plan, 'allocation plan', day, 'registry', day)
$$;

select publish('2020-12-29', $plan$
{
  "ruleSet": "POWER-2019-20",
  "sector": "POWER",
  "yearFrom": 2019,
  "yearTo": 2020,
  "product": "CEA",
  "source": "Allocation plan for 2019-2020, power generation (MEE, December 2020)",
  "formula": {
    "is": "OUTPUT_BENCHMARK",
    "electricity": "SUPPLIED",
    "benchmarks": [
      {
        "unitClass": "I",
        "description": "Conventional coal above the 300 MW class (rated 400 MW or more)",
        "power": "0.877",
        "heat": "0.126",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "II",
        "description": "Conventional coal, 300 MW class and below",
        "power": "0.979",
        "heat": "0.126",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "III",
        "description": "Gangue, slurry and other unconventional coal, circulating fluidised bed included",
        "power": "1.146",
        "heat": "0.126",
        "heatSlope": "0.22",
        "loadCorrected": false,
        "atLeastEmissions": false
      },
      {
        "unitClass": "IV",
        "description": "Gas",
        "power": "0.392",
        "heat": "0.059",
        "heatSlope": "0.6",
        "loadCorrected": false,
        "atLeastEmissions": true
      }
    ],
    "cooling": {"water": "1", "air": "1.05"},
    "load": {
      "appliesTo": "PURE_CONDENSING",
      "bands": [
        {"from": "85", "curve": {"is": "LINEAR", "base": "1", "slope": "0", "pivot": "85"}},
        {"from": "80", "curve": {"is": "LINEAR", "base": "1", "slope": "0.0014", "pivot": "85"}},
        {"from": "75", "curve": {"is": "LINEAR", "base": "1.007", "slope": "0.0016", "pivot": "80"}},
        {"from": "0", "curve": {"is": "POWER", "base": "1.015", "constant": "16", "slope": "20"}}
      ]
    }
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "caps": {"greatestShortfall": "20"},
  "preAllocation": {"share": "70", "basis": "OUTPUT", "outputYear": 2018},
  "surrender": {"deadline": "2021-12-31", "vintageFrom": 2019, "vintageTo": 2020, "offsetShare": "5"},
  "penalties": {
    "shortfall": {"is": "RANGE", "from": "20000.00", "to": "30000.00"},
    "sanctions": [
      {
        "article": "39",
        "act": "A key emitting unit reports falsely, conceals, or refuses to report",
        "consequence": "10,000 to 30,000 yuan; if not corrected, the emissions are determined by the authority"
      },
      {
        "article": "40",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "20,000 to 30,000 yuan; if not corrected, the same quantity deducted from the next year's allowances"
      }
    ]
  }
}
$plan$);

select publish('2023-03-13', $plan$
{
  "ruleSet": "POWER-2021",
  "sector": "POWER",
  "yearFrom": 2021,
  "yearTo": 2021,
  "product": "CEA21",
  "source": "Allocation plan for 2021 and 2022, power generation (MEE, March 2023)",
  "formula": {
    "is": "OUTPUT_BENCHMARK",
    "electricity": "SUPPLIED",
    "benchmarks": [
      {
        "unitClass": "I",
        "description": "Conventional coal above the 300 MW class (rated 400 MW or more)",
        "power": "0.8218",
        "heat": "0.1111",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "II",
        "description": "Conventional coal, 300 MW class and below",
        "power": "0.8773",
        "heat": "0.1111",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "III",
        "description": "Gangue, slurry and other unconventional coal, circulating fluidised bed included",
        "power": "0.9350",
        "heat": "0.1111",
        "heatSlope": "0.22",
        "loadCorrected": false,
        "atLeastEmissions": false
      },
      {
        "unitClass": "IV",
        "description": "Gas",
        "power": "0.3920",
        "heat": "0.0560",
        "heatSlope": "0.6",
        "loadCorrected": false,
        "atLeastEmissions": true
      }
    ],
    "cooling": {"water": "1", "air": "1.05"},
    "load": {
      "appliesTo": "PURE_CONDENSING",
      "bands": [
        {"from": "85", "curve": {"is": "LINEAR", "base": "1", "slope": "0", "pivot": "85"}},
        {"from": "80", "curve": {"is": "LINEAR", "base": "1", "slope": "0.0014", "pivot": "85"}},
        {"from": "75", "curve": {"is": "LINEAR", "base": "1.007", "slope": "0.0016", "pivot": "80"}},
        {"from": "0", "curve": {"is": "POWER", "base": "1.015", "constant": "16", "slope": "20"}}
      ]
    }
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "caps": {"greatestShortfall": "20"},
  "preAllocation": {"share": "70", "basis": "PREVIOUS_EMISSIONS"},
  "surrender": {"deadline": "2023-12-31", "vintageFrom": 2019, "vintageTo": 2021, "offsetShare": "5"},
  "penalties": {
    "shortfall": {"is": "RANGE", "from": "20000.00", "to": "30000.00"},
    "sanctions": [
      {
        "article": "39",
        "act": "A key emitting unit reports falsely, conceals, or refuses to report",
        "consequence": "10,000 to 30,000 yuan; if not corrected, the emissions are determined by the authority"
      },
      {
        "article": "40",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "20,000 to 30,000 yuan; if not corrected, the same quantity deducted from the next year's allowances"
      }
    ]
  }
}
$plan$);

select publish('2023-03-13', $plan$
{
  "ruleSet": "POWER-2022",
  "sector": "POWER",
  "yearFrom": 2022,
  "yearTo": 2022,
  "product": "CEA22",
  "source": "Allocation plan for 2021 and 2022, power generation (MEE, March 2023)",
  "formula": {
    "is": "OUTPUT_BENCHMARK",
    "electricity": "SUPPLIED",
    "benchmarks": [
      {
        "unitClass": "I",
        "description": "Conventional coal above the 300 MW class (rated 400 MW or more)",
        "power": "0.8177",
        "heat": "0.1105",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "II",
        "description": "Conventional coal, 300 MW class and below",
        "power": "0.8729",
        "heat": "0.1105",
        "heatSlope": "0.22",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "III",
        "description": "Gangue, slurry and other unconventional coal, circulating fluidised bed included",
        "power": "0.9303",
        "heat": "0.1105",
        "heatSlope": "0.22",
        "loadCorrected": false,
        "atLeastEmissions": false
      },
      {
        "unitClass": "IV",
        "description": "Gas",
        "power": "0.3901",
        "heat": "0.0557",
        "heatSlope": "0.6",
        "loadCorrected": false,
        "atLeastEmissions": true
      }
    ],
    "cooling": {"water": "1", "air": "1.05"},
    "load": {
      "appliesTo": "PURE_CONDENSING",
      "bands": [
        {"from": "85", "curve": {"is": "LINEAR", "base": "1", "slope": "0", "pivot": "85"}},
        {"from": "80", "curve": {"is": "LINEAR", "base": "1", "slope": "0.0014", "pivot": "85"}},
        {"from": "75", "curve": {"is": "LINEAR", "base": "1.007", "slope": "0.0016", "pivot": "80"}},
        {"from": "0", "curve": {"is": "POWER", "base": "1.015", "constant": "16", "slope": "20"}}
      ]
    }
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "caps": {"greatestShortfall": "20"},
  "preAllocation": {"share": "70", "basis": "PREVIOUS_EMISSIONS"},
  "surrender": {"deadline": "2023-12-31", "vintageFrom": 2019, "vintageTo": 2022, "offsetShare": "5"},
  "penalties": {
    "shortfall": {"is": "RANGE", "from": "20000.00", "to": "30000.00"},
    "sanctions": [
      {
        "article": "39",
        "act": "A key emitting unit reports falsely, conceals, or refuses to report",
        "consequence": "10,000 to 30,000 yuan; if not corrected, the emissions are determined by the authority"
      },
      {
        "article": "40",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "20,000 to 30,000 yuan; if not corrected, the same quantity deducted from the next year's allowances"
      }
    ]
  }
}
$plan$);

select publish('2024-10-18', $plan$
{
  "ruleSet": "POWER-2023",
  "sector": "POWER",
  "yearFrom": 2023,
  "yearTo": 2023,
  "product": "CEA23",
  "source": "Allocation plan for 2023 and 2024, power generation (MEE, October 2024)",
  "formula": {
    "is": "OUTPUT_BENCHMARK",
    "electricity": "GENERATED",
    "benchmarks": [
      {
        "unitClass": "I",
        "description": "Conventional coal above the 300 MW class (rated 400 MW or more)",
        "power": "0.7950",
        "heat": "0.1038",
        "heatSlope": "0",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "II",
        "description": "Conventional coal, 300 MW class and below",
        "power": "0.8090",
        "heat": "0.1038",
        "heatSlope": "0",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "III",
        "description": "Gangue, slurry and other unconventional coal, circulating fluidised bed included",
        "power": "0.8285",
        "heat": "0.1038",
        "heatSlope": "0",
        "loadCorrected": false,
        "atLeastEmissions": false
      },
      {
        "unitClass": "IV",
        "description": "Gas",
        "power": "0.3305",
        "heat": "0.0536",
        "heatSlope": "0",
        "loadCorrected": false,
        "atLeastEmissions": true
      }
    ],
    "load": {
      "appliesTo": "ALL",
      "bands": [
        {"from": "65", "curve": {"is": "LINEAR", "base": "1", "slope": "0", "pivot": "65"}},
        {"from": "0", "curve": {"is": "POWER", "base": "1.015", "constant": "16", "slope": "20"}}
      ]
    }
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "caps": {"greatestShortfall": "20"},
  "preAllocation": {"share": "70", "basis": "PREVIOUS_EMISSIONS"},
  "surrender": {"deadline": "2024-12-31", "vintageFrom": 2019, "vintageTo": 2023, "offsetShare": "5"},
  "penalties": {
    "shortfall": {"is": "PRICE_MULTIPLE", "from": "5", "to": "10"},
    "deductedUntil": "2026-08-14",
    "sanctions": [
      {
        "article": "20",
        "act": "An official of a supervising authority abuses powers, neglects duties or acts for personal gain",
        "consequence": "Discipline by law"
      },
      {
        "article": "21",
        "act": "A key emitting unit has no data quality plan or does not follow it, does not report or publish as prescribed, or does not keep its records",
        "consequence": "50,000 to 500,000 yuan and correction; if refused, production may be stopped for rectification"
      },
      {
        "article": "22",
        "act": "A key emitting unit conceals or falsifies emission data, samples or reports",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 500,000 to 2,000,000 yuan where the gains are below 500,000; if correction is refused, 50 to 100 percent of the next year's allowances deducted"
      },
      {
        "article": "23",
        "act": "A technical or verification body issues false reports or data",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 200,000 to 1,000,000 yuan where the gains are below 200,000; barred from the business"
      },
      {
        "article": "24",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "5 to 10 times the average traded price of the month before the deadline for each tonne; if correction is refused, the same quantity deducted from the next year's allowances"
      },
      {
        "article": "25",
        "act": "Somebody manipulates the market, disturbs its order, or trades though barred from trading",
        "consequence": "Gains confiscated and a multiple of the gains, or a range in yuan where the gains are small; those responsible are fined as well"
      },
      {
        "article": "26",
        "act": "Somebody refuses or obstructs supervision and inspection",
        "consequence": "Correction and a fine"
      }
    ]
  }
}
$plan$);

select publish('2024-10-18', $plan$
{
  "ruleSet": "POWER-2024",
  "sector": "POWER",
  "yearFrom": 2024,
  "yearTo": 2024,
  "product": "CEA24",
  "source": "Allocation plan for 2023 and 2024, power generation (MEE, October 2024)",
  "formula": {
    "is": "OUTPUT_BENCHMARK",
    "electricity": "GENERATED",
    "benchmarks": [
      {
        "unitClass": "I",
        "description": "Conventional coal above the 300 MW class (rated 400 MW or more)",
        "power": "0.7910",
        "heat": "0.1033",
        "heatSlope": "0",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "II",
        "description": "Conventional coal, 300 MW class and below",
        "power": "0.8049",
        "heat": "0.1033",
        "heatSlope": "0",
        "loadCorrected": true,
        "atLeastEmissions": false
      },
      {
        "unitClass": "III",
        "description": "Gangue, slurry and other unconventional coal, circulating fluidised bed included",
        "power": "0.8244",
        "heat": "0.1033",
        "heatSlope": "0",
        "loadCorrected": false,
        "atLeastEmissions": false
      },
      {
        "unitClass": "IV",
        "description": "Gas",
        "power": "0.3288",
        "heat": "0.0533",
        "heatSlope": "0",
        "loadCorrected": false,
        "atLeastEmissions": true
      }
    ],
    "load": {
      "appliesTo": "ALL",
      "bands": [
        {"from": "65", "curve": {"is": "LINEAR", "base": "1", "slope": "0", "pivot": "65"}},
        {"from": "0", "curve": {"is": "POWER", "base": "1.015", "constant": "16", "slope": "20"}}
      ]
    }
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "caps": {"greatestShortfall": "20"},
  "preAllocation": {"share": "70", "basis": "PREVIOUS_EMISSIONS"},
  "surrender": {"deadline": "2025-12-31", "vintageFrom": 2019, "vintageTo": 2024, "offsetShare": "5"},
  "penalties": {
    "shortfall": {"is": "PRICE_MULTIPLE", "from": "5", "to": "10"},
    "deductedUntil": "2026-08-14",
    "sanctions": [
      {
        "article": "20",
        "act": "An official of a supervising authority abuses powers, neglects duties or acts for personal gain",
        "consequence": "Discipline by law"
      },
      {
        "article": "21",
        "act": "A key emitting unit has no data quality plan or does not follow it, does not report or publish as prescribed, or does not keep its records",
        "consequence": "50,000 to 500,000 yuan and correction; if refused, production may be stopped for rectification"
      },
      {
        "article": "22",
        "act": "A key emitting unit conceals or falsifies emission data, samples or reports",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 500,000 to 2,000,000 yuan where the gains are below 500,000; if correction is refused, 50 to 100 percent of the next year's allowances deducted"
      },
      {
        "article": "23",
        "act": "A technical or verification body issues false reports or data",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 200,000 to 1,000,000 yuan where the gains are below 200,000; barred from the business"
      },
      {
        "article": "24",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "5 to 10 times the average traded price of the month before the deadline for each tonne; if correction is refused, the same quantity deducted from the next year's allowances"
      },
      {
        "article": "25",
        "act": "Somebody manipulates the market, disturbs its order, or trades though barred from trading",
        "consequence": "Gains confiscated and a multiple of the gains, or a range in yuan where the gains are small; those responsible are fined as well"
      },
      {
        "article": "26",
        "act": "Somebody refuses or obstructs supervision and inspection",
        "consequence": "Correction and a fine"
      }
    ]
  }
}
$plan$);

select publish('2025-11-14', $plan$
{
  "ruleSet": "CEMENT-2025",
  "sector": "CEMENT",
  "yearFrom": 2025,
  "yearTo": 2025,
  "product": "CEA25",
  "source": "Allocation plan for 2024 and 2025, steel, cement and aluminium smelting (MEE, November 2025); the balance point is provisional until the authority publishes it",
  "formula": {
    "is": "EMISSION_INTENSITY",
    "balancePoints": [{"unitClass": "CLINKER", "description": "Cement clinker, by tonne of clinker", "balance": "0.8500"}],
    "slope": "0.15",
    "linearWithin": "20",
    "limit": "0.03"
  },
  "rounding": {"factorDecimals": 6, "factors": "HALF_UP", "tonnes": "FLOOR", "rateDecimals": 2, "rates": "HALF_UP"},
  "preAllocation": {"share": "70", "basis": "PREVIOUS_EMISSIONS"},
  "surrender": {"deadline": "2026-12-31", "vintageFrom": 2025, "vintageTo": 2025, "offsetShare": "5"},
  "carryOver": {
    "vintageFrom": 2019,
    "vintageTo": 2024,
    "base": 10000,
    "multiple": "1.5",
    "netSalesFrom": "2024-01-01",
    "netSalesTo": "2025-12-31",
    "heldAt": "2025-12-31"
  },
  "penalties": {
    "shortfall": {"is": "PRICE_MULTIPLE", "from": "5", "to": "10"},
    "deductedUntil": "2026-08-14",
    "sanctions": [
      {
        "article": "20",
        "act": "An official of a supervising authority abuses powers, neglects duties or acts for personal gain",
        "consequence": "Discipline by law"
      },
      {
        "article": "21",
        "act": "A key emitting unit has no data quality plan or does not follow it, does not report or publish as prescribed, or does not keep its records",
        "consequence": "50,000 to 500,000 yuan and correction; if refused, production may be stopped for rectification"
      },
      {
        "article": "22",
        "act": "A key emitting unit conceals or falsifies emission data, samples or reports",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 500,000 to 2,000,000 yuan where the gains are below 500,000; if correction is refused, 50 to 100 percent of the next year's allowances deducted"
      },
      {
        "article": "23",
        "act": "A technical or verification body issues false reports or data",
        "consequence": "Gains confiscated and 5 to 10 times the gains, or 200,000 to 1,000,000 yuan where the gains are below 200,000; barred from the business"
      },
      {
        "article": "24",
        "act": "A key emitting unit does not surrender in time",
        "consequence": "5 to 10 times the average traded price of the month before the deadline for each tonne; if correction is refused, the same quantity deducted from the next year's allowances"
      },
      {
        "article": "25",
        "act": "Somebody manipulates the market, disturbs its order, or trades though barred from trading",
        "consequence": "Gains confiscated and a multiple of the gains, or a range in yuan where the gains are small; those responsible are fined as well"
      },
      {
        "article": "26",
        "act": "Somebody refuses or obstructs supervision and inspection",
        "consequence": "Correction and a fine"
      }
    ]
  }
}
$plan$);

drop function publish(date, jsonb);
